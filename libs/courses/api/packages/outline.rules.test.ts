import { describe, expect, test } from '@jest/globals';
import type { Root } from 'mdast';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { openFolder, readPackage, type ReadPackage } from './index.ts';
import { parseMarkdown } from './markdown.ts';
import { sourceOf } from './testing.ts';

const FIXTURE = fileURLToPath(new URL('../../../../e2e/fixtures/course', import.meta.url));
const REAL = process.env.REAL_COURSE;

const lessonsOf = ({ chapters }: ReadPackage) => chapters.flatMap((chapter) => chapter.lessons);
const questionsOf = (read: ReadPackage) => lessonsOf(read).flatMap((lesson) => (lesson.kind === 'quiz' ? lesson.quiz.questions : []));
const textsOf = (read: ReadPackage) => [
  ...lessonsOf(read).map(({ key, body }) => [key, body] as const),
  ...questionsOf(read).flatMap((one) => [one.stem, ...one.choices.flatMap(({ text, explanation }) => [text, explanation ?? ''])].map((text) => [`${one.topic} ${one.key}`, text] as const)),
];
const warningsOf = ({ warnings }: ReadPackage) => warnings.map(({ kind, subject, file, line }) => [kind, subject, `${file}${line === null ? '' : `:${line}`}`].join(' '));

/** Everything of a text that is not code, as it will be shown. */
function shown(text: string): { words: string; tree: Root } {
  const tree = parseMarkdown(text, 'plain');
  const words: string[] = [];
  visit(tree, 'text', (node) => void words.push(node.value));
  return { words: words.join('\n'), tree };
}

/** What holds for every text that came in by an outline. */
function holdsOurDialect(read: ReadPackage): void {
  const pictures = new Set(read.pictures.map(({ name }) => name));
  const keys = new Set(lessonsOf(read).map(({ key }) => key));
  for (const [place, text] of textsOf(read)) {
    const { words, tree } = shown(text);
    expect([place, /\{#if|\{:else|\{\/if\}|\[\[|<\/?(Youtube|Question|Tip|CourseFloatingBanner|DocNotebookDropdown|FrameworkSwitchCourse|iframe|img|div|br|td)\b|\*\*/.exec(words)?.[0]]).toEqual([place, undefined]);
    visit(tree, (node) => {
      expect([place, node.type]).not.toEqual([place, 'html']);
      if (node.type === 'image') expect(pictures).toContain(node.url);
      if (node.type === 'link' && node.url.startsWith('lesson:')) expect(keys).toContain(node.url.slice(7));
      if (node.type === 'link') expect(node.url).toMatch(/^(https?:|mailto:|#|lesson:)/);
      if (node.type === 'containerDirective') expect(['tabs', 'tab']).toContain(node.name);
    });
  }
}

describe('the fixture', () => {
  const reading = openFolder(FIXTURE).then(readPackage);
  const lesson = async (key: string) => lessonsOf(await reading).find((one) => one.key === key)!;

  test('comes in whole: outline, keys, titles and quizzes', async () => {
    const read = await reading;
    expect(read).toMatchObject({ layout: 'outline', slug: null, name: 'course', title: null, facts: null });
    expect(read.chapters.map(({ title, lessons }) => [title, lessons.length])).toEqual([['0. 开始之前', 1], ['1. 用大模型做信贷文本分类', 4], ['2. 评估与上线', 4], ['3. 合规与复核', 2], ['课程活动', 1]]);
    expect(lessonsOf(read).map(({ key }) => key)).toEqual(['chapter0-1', 'chapter1-1', 'chapter1-2', 'chapter1-3', 'chapter1-4', 'chapter2-1', 'chapter2-2', 'chapter2-3', 'chapter2-4', 'chapter3-1', 'chapter3-2', 'events-1']);
    expect(lessonsOf(read).filter(({ kind }) => kind === 'quiz').map(({ key, title }) => [key, title])).toEqual([['chapter1-4', '章末小测验'], ['chapter2-4', '章末小测验']]);
    expect(read.pictures.map(({ type }) => type)).toEqual(['image/png', 'image/svg+xml']);
    holdsOurDialect(read);
  });

  test('asvs-2: names every place that could not be taken over as it stands', async () => {
    expect(warningsOf(await reading)).toEqual([
      'unknown_component GradioDemo chapter1/3.mdx:26',
      'all_choices_correct q5 chapter1/4.mdx:71',
      'raw_html user chapter2/2.md:9',
      'missing_picture ../images/old-console.png chapter2/2.md:16',
      'raw_html script chapter2/3.mdx:23',
      'broken_link /course/chapter9/1 chapter2/3.mdx:21',
      'broken_link javascript:alert(1) chapter2/3.mdx:21',
      'outside_outline chapter1/3_tf.mdx chapter1/3_tf.mdx',
      'outside_outline events/2.mdx events/2.mdx',
    ]);
  });

  test('conditions become tabs, in lists and callouts too; within a line both sides are named', async () => {
    expect((await lesson('chapter0-1')).body).toContain('  ::::tabs\n  :::tab[PyTorch]\n  安装 PyTorch：\n\n  ```bash\n  pip install torch\n  ```\n  :::\n\n  :::tab[TensorFlow]');
    expect((await lesson('chapter0-1')).body).toContain('- 用 `torch.__version__`（PyTorch） / `tf.__version__`（TensorFlow） 确认版本');
    expect((await lesson('chapter1-2')).body).toContain('> [!WARNING]\n>\n> ::::tabs\n> :::tab[PyTorch]');
    expect((await lesson('chapter1-3')).body).toContain('::::tabs\n:::tab[TensorFlow]\nKeras 的回调函数可以在每轮结束时保存模型。\n:::\n::::');
  });

  test('callouts, cards, formulas, tables and pictures', async () => {
    expect((await lesson('chapter1-1')).body).toContain('> [!WARNING]\n> ⚠️ **不要使用真实客户数据。**');
    expect((await lesson('chapter3-1')).body).toContain('> [!TIP]\n> 拿不准时');
    expect((await lesson('chapter1-1')).body).toContain('| 来信正文 | 抹去`身份证号` |');
    expect((await lesson('chapter0-1')).body).toContain('::card[YouTube]{url="https://www.youtube.com/watch?v=a1B2c3D4e5F" kind="video"}');
    expect((await lesson('chapter1-2')).body).toContain('::card[注意力示意图]{url="https://pictures.example.com/attention.png" kind="picture"}');
    expect((await lesson('chapter1-3')).body).toContain('::card[来信分类演示]{url="https://demos.example.com/letters" kind="page"}');
    expect((await lesson('chapter1-2')).body).toContain('$$O(n^2)$$：\n\n$$\n\\mathrm{Attention}');
    expect((await lesson('chapter1-1')).body).toContain('样例成本约 $5 一千条，外包报价 $12 起；命令行里的 `$HOME` 指主目录，请把数据放在 $HOME/data 下。');
    expect((await lesson('chapter2-2')).body).toMatch(/!\[模型起草、人工核对、双人复核\]\(pictures\/[0-9a-f]{64}\.svg\)\n\n图中三步缺一不可，`双人复核`/);
    expect((await lesson('events-1')).body.match(/kind="picture"/g)).toHaveLength(1);
  });

  test('code is code, whatever it holds', async () => {
    expect((await lesson('chapter1-1')).body).toContain(`# 下面这些都是代码，不是标记：{#if fw === 'pt'} <Youtube id="x"/> [[编号]] <Tip>`);
  });

  test('links go to lessons, and a page that only local_fw names stands for its entry', async () => {
    expect((await lesson('chapter0-1')).body).toContain('[任务与数据](lesson:chapter1-1)，再按顺序学习；已经会分词的同事可以直接看[第 2 章](lesson:chapter2-1)');
    expect((await lesson('chapter3-2')).body).toContain('[测验](lesson:chapter1-4)');
  });

  test('questions: stem from the heading on, choices with their reasons, the side they belong to', async () => {
    const quiz = await lesson('chapter1-4');
    if (quiz.kind !== 'quiz') throw new Error('no quiz');
    expect(quiz.body).toBe('下面检查你对本章的掌握，**全部答对 80%** 即通过。');
    expect(quiz.quiz).toMatchObject({ passMark: 80, attempts: 0 });
    expect(quiz.quiz.questions.map(({ key, kind, topic, stem }) => [key, kind, topic, stem])).toEqual([
      ['q1', 'single', '用大模型做信贷文本分类', '来信分类里，最后由谁确认类别？'],
      ['q2', 'single', '用大模型做信贷文本分类', '下面的代码会得到什么？\n\n```python\ntokenizer("[CLS] 展期 [SEP]")  # {#if 不是标记}\n```'],
      ['q3', 'single', '用大模型做信贷文本分类', '微调时用哪个类？（PyTorch）'],
      ['q4', 'single', '用大模型做信贷文本分类', '微调时调用哪个方法？（TensorFlow）'],
      ['q5', 'multiple', '用大模型做信贷文本分类', '哪些做法有助于提高命中率？'],
    ]);
    expect(quiz.quiz.questions[0]!.choices[1]).toEqual({ text: '客户经理', correct: true, explanation: '正确！见[人机复核流程](lesson:chapter3-2)。' });
  });
});

const page = async (text: string) => {
  const read = await readPackage(sourceOf({ '_toctree.yml': '- title: 1. 章\n  sections:\n  - local: a\n    title: 页\n', 'a.mdx': text }));
  return { ...lessonsOf(read)[0]!, warnings: warningsOf(read) };
};
const issue = (file: string, message: RegExp) => ({ code: 'courses.package_invalid', issues: [{ path: file, message: expect.stringMatching(message) }] });

describe('a page', () => {
  test('asvs-1, asvs-7, incident-7, incident-26: HTML that can do something is shown as text, in choices too', async () => {
    const { body, warnings, ...lesson } = await page(
      '<img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>\n\n文字 <object data="x"></object>\n\n### 1. 题\n<Question choices={[{text: "<img src=x onerror=alert(1)>甲<script>1</script>", correct: true}, {text: "乙"}]}/>',
    );
    visit(shown(body).tree, (node) => expect(node.type).not.toBe('html'));
    if (lesson.kind !== 'quiz') throw new Error('no quiz');
    visit(shown(lesson.quiz.questions[0]!.choices[0]!.text).tree, (node) => expect(node.type).not.toBe('html'));
    expect(warnings.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(expect.arrayContaining(['raw_html svg', 'raw_html object', 'raw_html script']));
  });

  test.each([
    ['choices={[{text: "甲", correct: true}, {text: fetch("//evil")}]}', /./],
    ['choices={[{text: "甲"}, {text: "乙"}]}', /no choice is correct/],
    ['choices={[{text: "甲", correct: true}]}', /./],
    ['', /./],
  ])('choices are data, never evaluated: %s is refused with file and line', async (choices, message) => {
    await expect(page(`# 测验\n\n### 1. 题\n<Question ${choices}/>`)).rejects.toMatchObject({ code: 'courses.package_invalid', issues: [{ path: expect.stringMatching(/^a\.mdx:4 choices/), message: expect.stringMatching(message) }] });
  });

  test('conditions and callouts that are never closed, or never opened, leave no trace', async () => {
    expect((await page("甲\n\n{#if fw === 'pt'}\n\n乙\n\n{:else}\n\n丙\n\n</Tip>\n")).body).not.toMatch(/\{|:::/);
    expect((await page('甲\n\n{/if}\n\n<Tip>\n\n乙')).body).not.toMatch(/\{\/if|:::/);
  });

  test('conditions within conditions', async () => {
    const { body } = await page("{#if fw === 'pt'}\n甲\n{#if x}\n乙\n{/if}\n{:else}\n丙\n{/if}");
    expect(body).toBe('::::::tabs\n:::::tab[PyTorch]\n甲\n\n::::tabs\n:::tab[x]\n乙\n:::\n::::\n:::::\n\n:::tab[TensorFlow]\n丙\n:::\n::::::');
  });

  test('dollars in prose and shell stay, formulas do not', async () => {
    expect((await page('花了 $5 到 $10，US$20-$30，用 $HOME/$USER 和 \\$x\\$。')).body).not.toContain('$$');
    expect((await page('当 $x$ 与 $a_1 + b$，\\\\(y=1\\\\)。')).body).toBe('当 $$x$$ 与 $$a_1 + b$$，$$y=1$$。');
  });

  test('a fence that closes and goes on with text closes', async () => {
    expect((await page('```bash\nls\n``` `x` 是命令\n\n## 下一节 [[下一节]] 正文\n')).body).toBe('```bash\nls\n```\n\n`x` 是命令\n\n## 下一节\n\n正文');
  });

  test('asvs-9: addresses given by name are looked at like those beside the words', async () => {
    expect((await page('见[外面][x]与[里面][y]。\n\n![图][z]\n\n[x]: https://example.com\n[y]: a.mdx\n[z]: https://example.com/a.png')).body).toBe('见[外面](https://example.com)与[里面](lesson:a)。\n\n::card[图]{url="https://example.com/a.png" kind="picture"}');
  });

  test('directives that are not ours are text', async () => {
    expect((await page('::iframe[x]{src="//evil"}\n\n注意:foo[x] 10:30')).body).toBe(':\\:iframe\\[x]{src="//evil"}\n\n注意:foo\\[x] 10:30');
  });
});

test('an outline that names a page that is not there is refused with its line', async () => {
  await expect(readPackage(sourceOf({ '_toctree.yml': '- title: 章\n  sections:\n  - local: a\n    title: 页\n  - local: b\n    title: 缺\n', 'a.mdx': 'x' }))).rejects.toMatchObject(issue('_toctree.yml:5 local', /no such page/));
});

if (REAL)
  test('the course that REAL_COURSE names comes in whole, in our dialect', async () => {
    const source = await openFolder(REAL);
    const read = await readPackage(source);
    expect([read.chapters.length, lessonsOf(read).length, questionsOf(read).length]).toEqual([12, 78, 100]);
    expect(lessonsOf(read).filter(({ kind }) => kind === 'quiz')).toHaveLength(10);
    expect(read.warnings.filter(({ kind }) => kind === 'outside_outline').map(({ file }) => file)).toEqual(['chapter3/3_tf.mdx', 'chapter8/4_tf.mdx']);
    holdsOurDialect(read);
  });
