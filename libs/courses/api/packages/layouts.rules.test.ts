import { describe, expect, test } from '@jest/globals';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { openFolder, readPackage } from './index.ts';
import { sourceOf } from './testing.ts';

const COURSE = `id: demo
title: 演示
summary: 一句话
description: ''
outcomes: []
domain: llm-technology
level: 1
kind: micro
teacher: ''
requirements: ''
minimumReading: false
chapters:
  - title: 第一章
    lessons:
      - key: intro
        title: 开始
        kind: article
        file: texts/intro.md
        required: true
      - key: quiz
        title: 测验
        kind: quiz
        file: quiz.yaml
        text: above.md
        required: true
`;
const QUIZ = `passMark: 80
attempts: 0
questions:
  - key: q1
    kind: single
    topic: 主题
    stem: 题干
    choices:
      - text: 甲
        correct: true
        explanation: 因为
      - text: 乙
`;
const OWN = { 'course.yaml': COURSE, 'texts/intro.md': '# 你好\n', 'quiz.yaml': QUIZ, 'above.md': '先读这里。\n' };

const refused = (files: Record<string, string | Buffer>, path: string) =>
  expect(readPackage(sourceOf(files))).rejects.toMatchObject({ code: 'courses.package_invalid', issues: expect.arrayContaining([expect.objectContaining({ path })]) });

/** A PNG whose header states a size, and whose data is empty. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13);
  header.write('IHDR', 4);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, deflateSync(Buffer.alloc(0))]);
}

describe('course.yaml', () => {
  test('bodies are taken to the letter, only addresses become what they are stored by', async () => {
    const text = '  ##  标题\n\n* a\n![图](../a.png "标题") [下一课](../quiz.yaml) [缺](b.md) [外面](https://example.com)\n';
    const read = await readPackage(sourceOf({ ...OWN, 'texts/intro.md': text, 'a.png': png(2, 2) }));
    const [name] = read.pictures.map((picture) => picture.name);
    expect(read).toMatchObject({ layout: 'course_yaml', slug: 'demo', title: '演示', warnings: [{ kind: 'broken_link', subject: 'b.md', file: 'texts/intro.md', line: 4 }] });
    expect(read.facts).toMatchObject({ summary: '一句话', level: 1 });
    expect(read.chapters[0]!.lessons[0]!.body).toBe(text.replace('../a.png', name!).replace('../quiz.yaml', 'lesson:quiz'));
    expect(read.chapters[0]!.lessons[1]).toMatchObject({ kind: 'quiz', body: '先读这里。\n', quiz: { passMark: 80 } });
  });

  test('incident-6: unknown keys, wrong values and missing files are refused with file, line and field', async () => {
    await refused({ ...OWN, 'course.yaml': COURSE.replace('level: 1', 'level: 9') }, 'course.yaml:7 level');
    await refused({ ...OWN, 'course.yaml': COURSE.replace('        kind: article', '        kind: article\n        onload: x') }, 'course.yaml:18 chapters.0.lessons.0.onload');
    await refused({ ...OWN, 'quiz.yaml': QUIZ.replace('kind: single', 'kind: essay') }, 'quiz.yaml:5 questions.0.kind');
    await refused({ ...OWN, 'quiz.yaml': QUIZ.replace('correct: true', 'correct: false') }, 'quiz.yaml:4 questions.0.choices');
    await refused({ ...OWN, 'course.yaml': COURSE.replace('above.md', '../../etc/passwd') }, 'course.yaml:24 chapters.0.lessons.1.text');
    await refused({ ...OWN, 'course.yaml': COURSE.replace('key: quiz', 'key: intro') }, 'course.yaml:20 chapters.0.lessons.1.key');
  });

  test('incident-6: broken YAML, tags and aliases that grow are refused', async () => {
    await refused({ ...OWN, 'course.yaml': `${COURSE}  - title: [\n` }, 'course.yaml:27');
    await refused({ ...OWN, 'course.yaml': COURSE.replace('id: demo', 'id: demo\nid: again') }, 'course.yaml:2');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)].join('\n');
    await refused({ 'course.yaml': bomb }, 'course.yaml');
    await refused({ ...OWN, 'course.yaml': COURSE.replace('title: 演示', 'title: !!js/function "function () {}"').replace('summary: 一句话', 'summary: {toString: 1}') }, 'course.yaml:3 summary');
  });

  test('asvs-64: keys that mean something to JavaScript change nothing', async () => {
    await refused({ ...OWN, 'course.yaml': `${COURSE}__proto__:\n  admin: true\n` }, 'course.yaml:26 __proto__');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('numbered Markdown', () => {
  test('folders are chapters, the order is natural, titles are first headings, other files are ignored', async () => {
    const { chapters, warnings, layout } = await readPackage(
      sourceOf({
        '10. 上线/2-b.md': '没有标题',
        '10. 上线/10-c.md': '# 第十\n',
        '2. 评估/01-指标.md': '# 指标\n\n先看召回率，见[上线](../10.%20上线/2-b.md)。\n',
        '00-intro.md': '# 开始\n\n    缩进的代码\n',
        'README.md': 'x',
        '2. 评估/data.csv': 'x',
      }, '信贷 LLM'),
    );
    expect(layout).toBe('numbered');
    expect(chapters.map(({ title, lessons }) => [title, lessons.map((lesson) => [lesson.key, lesson.title, lesson.body])])).toEqual([
      ['信贷 LLM', [['intro', '开始', '```\n缩进的代码\n```']]],
      ['评估', [['pinggu-zhibiao', '指标', '先看召回率，见[上线](lesson:shangxian-b)。']]],
      ['上线', [['shangxian-b', 'b', '没有标题'], ['shangxian-c', '第十', '']]],
    ]);
    expect(warnings.map(({ kind, file }) => `${kind} ${file}`)).toEqual(['ignored_file 2. 评估/data.csv', 'ignored_file README.md']);
  });

  test('a flat folder is one chapter; texts may be UTF-8 with a mark, or GB18030, with any line ends', async () => {
    const gbk = Buffer.concat([Buffer.from('# '), Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xd5, 0xc2]), Buffer.from('\r\n\r\nA\rB')]);
    const { chapters, name } = await readPackage(sourceOf({ '1.md': gbk, '2_x.md': Buffer.from('\uFEFF# 二\r\n\r\n正文\r\n') }, '信贷 LLM'));
    expect(name).toBe('xindai-llm');
    expect(chapters.map(({ title, lessons }) => [title, lessons.map((lesson) => [lesson.key, lesson.title, lesson.body])])).toEqual([['信贷 LLM', [['1', '第一章', 'A\nB'], ['x', '二', '正文']]]]);
  });

  test('a package without outline is refused', async () => {
    await expect(readPackage(sourceOf({ 'README.md': 'x', 'a.png': 'x' }))).rejects.toMatchObject({ code: 'courses.package_unknown_layout' });
    await expect(readPackage(sourceOf({}))).rejects.toMatchObject({ code: 'courses.package_unknown_layout' });
  });
});

describe('pictures', () => {
  const pictures = async (files: Record<string, Buffer | string>, urls = Object.keys(files)) => {
    const { chapters, warnings, pictures: stored } = await readPackage(sourceOf({ '1.md': urls.map((url) => `![图](<${url}>)`).join('\n\n'), ...files }));
    return { body: chapters[0]!.lessons[0]!.body, stored, warnings: warnings.map(({ kind, subject, line }) => `${kind} ${subject} ${line}`) };
  };

  test('asvs-30: a picture is what its bytes are, and its name must say the same', async () => {
    const html = '<html><script>alert(1)</script>';
    const { stored, warnings, body } = await pictures({ 'a.png': html, 'b.svg': html, 'c.jpg': png(2, 2), 'd.png': 'MZ\x90\0', 'e.html': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' });
    expect(stored).toEqual([]);
    expect(warnings).toEqual(['refused_picture a.png 1', 'refused_picture b.svg 3', 'refused_picture c.jpg 5', 'refused_picture d.png 7', 'refused_picture e.html 9']);
    expect(body).toBe('图\n\n图\n\n图\n\n图\n\n图');
  });

  test('uploads: a picture of more than 50 million points is refused (pixel flood)', async () => {
    expect((await pictures({ 'a.png': png(50_000, 50_000) })).warnings).toEqual(['refused_picture a.png 1']);
    expect((await pictures({ 'a.png': png(7_000, 7_000) })).stored).toHaveLength(1);
  });

  test('asvs-9, asvs-33: pictures outside become links, and nothing leads out of the package', async () => {
    const { body, warnings } = await pictures({}, ['https://example.com/a.png', '//example.com/b.png', '../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', 'data:image/png;base64,AAAA', 'a.png']);
    expect(body).toBe(`::card[图]{url="https://example.com/a.png" kind="picture"}\n\n::card[图]{url="https://example.com/b.png" kind="picture"}${'\n\n图'.repeat(5)}`);
    expect(warnings).toEqual(['refused_picture ../../etc/passwd 5', 'missing_picture /etc/passwd 7', 'refused_picture file:///etc/passwd 9', 'refused_picture data:image/png;base64,AAAA 11', 'missing_picture a.png 13']);
  });

  test('the same picture twice is stored once, and read again when it is wanted', async () => {
    const { stored, body } = await pictures({ 'a.png': png(2, 2), 'b.png': png(2, 2) });
    expect(stored).toHaveLength(1);
    expect(await stored[0]!.read()).toEqual(png(2, 2));
    expect(body.split('\n\n')).toEqual([`![图](${stored[0]!.name})`, `![图](${stored[0]!.name})`]);
  });
});

test.each([
  ['comments', '<!-- '], ['tags', '<A x={'], ['strings', '<A x="'], ['conditions', "{#if fw === 'pt'}\n"], ['callouts', '<Tip>\n\n'], ['elements', '<b>'], ['anchors', '# a [['], ['formulas', '\\\\[ '], ['dollars', '$a'], ['brackets', '['], ['asterisks', '**a '], ['quotations', '>'], ['backticks', '` `` '], ['directives', ':::a\n'],
])('asvs-5: a page of nothing but %s costs seconds at most', async (_, part) => {
  const started = process.cpuUsage();
  await readPackage(sourceOf({ '1.md': part.repeat(Math.ceil(20_000 / part.length)) })).catch((error: { code: string }) => expect(error.code).toBe('courses.package_invalid'));
  expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(15);
});

test('asvs-33: a folder with a symbolic link is refused, and hidden files are not seen', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', '1.md'), 'x');
    await writeFile(join(folder, '1.md'), 'x');
    expect((await openFolder(folder)).paths).toEqual(['1.md']);
    await symlink('/etc/passwd', join(folder, '2.md'));
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'courses.package_link', values: { entry: '2.md' } });
  } finally {
    await rm(folder, { recursive: true });
  }
});
