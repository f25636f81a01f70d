import type { Image, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { CourseFile, type LessonContent, QuizFile } from '../content.ts';
import { linkTarget, withoutExtension } from './links.ts';
import { parseMarkdown } from './markdown.ts';
import type { Reading, Understood } from './package.ts';
import { invalid, readYaml } from './yaml-file.ts';

export const COURSE_FILE = 'course.yaml';

/** Reads our own layout. Texts are taken as they stand; only paths of pictures and of other lessons' files become the names they are stored by. */
export async function readCourseYaml(reading: Reading): Promise<Understood> {
  const { data, lineOf } = readYaml(CourseFile, await reading.text(COURSE_FILE), COURSE_FILE);
  const { id, chapters, ...facts } = data;
  const paths = new Map<string, string>();
  const known = new Set<string>();
  for (const [c, chapter] of chapters.entries()) {
    for (const [l, { key, file, text }] of chapter.lessons.entries()) {
      const at = ['chapters', c, 'lessons', l];
      if (known.has(key)) throw invalid(COURSE_FILE, lineOf([...at, 'key']), [...at, 'key'].join('.'), `重复的课时 key（used twice）: ${key}`);
      known.add(key);
      for (const [field, path] of Object.entries({ file, text })) {
        if (path !== undefined && !reading.has(path)) throw invalid(COURSE_FILE, lineOf([...at, field]), [...at, field].join('.'), `没有这个文件（no such file）: ${path}`);
        if (path !== undefined) paths.set(withoutExtension(path), key);
      }
    }
  }
  const texts = new Texts(reading, paths, known);
  const read: Understood['chapters'] = [];
  for (const { title, lessons } of chapters) {
    const contents: LessonContent[] = [];
    for (const { key, title: name, kind, file, text, required } of lessons) {
      const lesson = { key, title: name, required };
      if (kind === 'article') contents.push({ ...lesson, kind, body: await texts.file(file) });
      else contents.push({ ...lesson, kind, body: text === undefined ? '' : await texts.file(text), quiz: await texts.quiz(file) });
    }
    read.push({ title, lessons: contents });
  }
  reading.warnUnused(() => false);
  return { layout: 'course_yaml', slug: id, title: facts.title, facts, chapters: read };
}

/** The texts of a package, their addresses resolved. */
class Texts {
  constructor(
    private readonly reading: Reading,
    private readonly paths: ReadonlyMap<string, string>,
    private readonly known: ReadonlySet<string>,
  ) {}

  async file(path: string): Promise<string> {
    return this.resolved(await this.reading.page(path), path);
  }

  async quiz(path: string): Promise<QuizFile> {
    const { data, lineOf } = readYaml(QuizFile, await this.reading.text(path), path);
    const twice = data.questions.findIndex(({ key }, i) => data.questions.findIndex((one) => one.key === key) < i);
    if (twice >= 0) throw invalid(path, lineOf(['questions', twice, 'key']), `questions.${twice}.key`, `重复的题目 key（used twice）: ${data.questions[twice]!.key}`);
    for (const [i, question] of data.questions.entries()) {
      const line = lineOf(['questions', i]) ?? 1;
      const correct = question.choices.filter((choice) => choice.correct).length;
      if (correct === 0 || (question.kind === 'single' && correct > 1)) throw invalid(path, line, `questions.${i}.choices`, '正确选项的个数与题型不符（the number of correct choices does not fit the kind）');
      if (correct === question.choices.length) this.reading.warn('all_choices_correct', question.key, path, line);
      question.stem = await this.resolved(question.stem, path, line);
      question.explanation = await this.resolved(question.explanation, path, line);
      for (const choice of question.choices) {
        choice.text = await this.resolved(choice.text, path, line);
        if (choice.explanation !== undefined) choice.explanation = await this.resolved(choice.explanation, path, line);
      }
    }
    return data;
  }

  /** A text with the addresses of its pictures and lessons as they are stored; everything else stays as written, to the letter. */
  private async resolved(text: string, file: string, line?: number): Promise<string> {
    if (!text.includes('](')) return text;
    const nodes: (Image | Link)[] = [];
    visit(parseMarkdown(text, 'plain'), (node) => void ((node.type === 'image' || node.type === 'link') && node.position && nodes.push(node)));
    let result = text;
    // from the end, so that the places of those before stay true
    for (const node of nodes.toReversed()) {
      const target = await this.target(node, file, line ?? node.position!.start.line);
      const end = node.position!.end.offset!;
      const at = text.lastIndexOf(node.url, end);
      if (target !== null && at > node.position!.start.offset!) result = result.slice(0, at) + target + result.slice(at + node.url.length);
    }
    return result;
  }

  private async target({ type, url }: Image | Link, file: string, line: number): Promise<string | null> {
    if (type === 'image') return this.reading.picture(url, file, () => line);
    if (url.startsWith('lesson:') && this.known.has(url.slice('lesson:'.length).split('#')[0]!)) return url;
    const target = linkTarget(url, file, this.paths);
    if (target === null) this.reading.warn('broken_link', url.slice(0, 200), file, line);
    return target;
  }
}
