import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { CourseKind, Domain } from '@zhixing/courses/contract';
import type { CourseContent, LessonContent } from '../content.ts';
import { openFolder, openZip, readPackage, writePackage } from './index.ts';
import { withFile } from './testing.ts';

const PNG = await readFile(fileURLToPath(new URL('../../../../e2e/fixtures/course/images/hit-rate.png', import.meta.url)));
const PICTURE = `pictures/${createHash('sha256').update(PNG).digest('hex')}.png`;

/** Text as people and other programs write it: hanzi, emoji, Markdown, YAML and HTML by accident. */
const fragment = fc.constantFrom('文字', '行内 `代码`', '\n\n', '\n', '- a\n', '# 标题', ' ', '\t', ':', '"', "'", '|', '---', '{#if x}', '<b>', '$$x^2$$', '😀', '\\', '&amp;', '*', '[x](y', '!', '%', '@', 'null', '1e3', '~', '```\ncode\n```', `![图](${PICTURE})`, '[下一课](lesson:b)');
const prose = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));
const text = prose.map((value) => `x${value}`);
const line = (length: number) => text.map((value) => value.replace(/\s+/g, ' ').trim().slice(0, length).trim());

const question = (key: string) =>
  fc.record({
    key: fc.constant(key),
    kind: fc.constant('single' as const),
    topic: line(60),
    stem: text,
    choices: fc.tuple(fc.record({ text, correct: fc.constant(true), explanation: text }), fc.record({ text, correct: fc.constant(false) })).map((choices) => [...choices]),
    explanation: prose,
  });

const lesson = (key: string): fc.Arbitrary<LessonContent> =>
  fc.oneof(
    fc.record({ key: fc.constant(key), title: line(200), required: fc.boolean(), kind: fc.constant('article' as const), body: prose }),
    fc.record({
      key: fc.constant(key),
      title: line(200),
      required: fc.boolean(),
      kind: fc.constant('quiz' as const),
      body: prose,
      quiz: fc.record({ passMark: fc.integer({ min: 1, max: 100 }), attempts: fc.integer({ min: 0, max: 20 }), questions: fc.tuple(question('q1'), question('q2')).map((questions) => [...questions]) }),
    }),
  );

const content: fc.Arbitrary<CourseContent> = fc.record({
  id: fc.constant('round-trip'),
  title: line(100),
  summary: line(200),
  description: prose,
  outcomes: fc.array(line(200), { maxLength: 8 }),
  domain: fc.constantFrom(...Domain.options),
  level: fc.integer({ min: 1, max: 3 }),
  kind: fc.constantFrom(...CourseKind.options),
  teacher: line(100),
  requirements: prose,
  minimumReading: fc.boolean(),
  skills: fc.uniqueArray(fc.record({ skill: fc.constantFrom('rag', 'credit', 'ai-security'), level: fc.integer({ min: 1, max: 5 }) }), { selector: (one) => one.skill }),
  chapters: fc.tuple(lesson('a'), lesson('b'), lesson('c-2')).map(([a, b, c]) => [
    { title: '第一章', lessons: [a, b] },
    { title: '第二章: "完"', lessons: [c] },
  ]),
});

const write = (course: CourseContent): Promise<Buffer> => buffer(writePackage(course, async () => PNG));
const read = (bytes: Buffer) =>
  withFile(bytes, async (path) => {
    await using zip = await openZip(path, 'x');
    return await readPackage(zip);
  });

test('what is exported can be imported, and is the same to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (course) => {
      const { slug, facts, chapters, pictures, layout } = await read(await write(course));
      expect(layout).toBe('course_yaml');
      expect({ id: slug, ...facts, chapters }).toEqual(course);
      expect(pictures.every((picture) => picture.name === PICTURE && picture.type === 'image/png')).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the same course gives the same zip, byte by byte', async () => {
  const [course] = fc.sample(content, 1);
  expect(await write(course!)).toEqual(await write(course!));
});

test('a course that came in by its outline goes out and comes in again unchanged', async () => {
  const folder = await openFolder(fileURLToPath(new URL('../../../../e2e/fixtures/course', import.meta.url)));
  const { chapters, pictures } = await readPackage(folder);
  const [facts] = fc.sample(content, 1);
  const bytes = await buffer(writePackage({ ...facts!, chapters }, (name) => pictures.find((one) => one.name === name)!.read()));
  const again = await read(bytes);
  expect(again.chapters).toEqual(chapters);
  expect(again.pictures.map(({ name }) => name).sort()).toEqual(pictures.map(({ name }) => name).sort());
  expect(again.warnings.filter(({ kind }) => kind !== 'all_choices_correct')).toEqual([]);
});
