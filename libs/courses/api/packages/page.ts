import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { z } from 'zod';
import type { ImportWarningKind } from '@zhixing/courses/contract';
import type { QuizFile } from '../content.ts';
import { dataOf } from './components.ts';
import { invalid } from './yaml-file.ts';
import { stringifyMarkdown } from './markdown.ts';
import { render, type Rendered, sidesAt } from './render.ts';
import { type Mark, type Scan, scan } from './scan.ts';
import { pageBlocks, type Surroundings } from './tree.ts';

type Question = QuizFile['questions'][number];

/** What a page needs of its package. `line` counts from 1. */
export interface PageContext {
  file: string;
  reading: 'plain' | 'mdx';
  link(url: string, line: () => number): string | null;
  picture(url: string, line: () => number): Promise<string | null>;
  warn(kind: ImportWarningKind, subject: string, line: number): void;
}

/** A page in our dialect. */
export interface Page {
  title: string;
  body: string;
  questions: Question[];
}

/** `explain` of a choice says why it is right or wrong. */
const Choices = z.array(z.object({ text: z.string().trim().min(1), explain: z.string().default(''), correct: z.boolean().default(false) })).min(2).max(10);

const FRONT_MATTER = /^---\n[\s\S]*?\n---(?=\n|$)/;

/**
 * Reads a Markdown or MDX page. Its title is the first heading where the package does not say one (`title` null; `name` when there is none);
 * a heading that repeats the title right at the beginning is left out. `topic` is what its questions are about.
 * @throws AppError courses.package_invalid for a question that cannot be read
 */
export async function readPage(text: string, { title, name, topic }: { title: string | null; name: string; topic: string }, context: PageContext): Promise<Page> {
  const scanned = scan(closeFences(text.replace(FRONT_MATTER, (all) => all.replace(/[^\n]/g, ''))));
  const found = questionsOf(scanned, context);
  const rest = withoutRanges(scanned, found);
  const blocks = await convert(render(rest, 0, rest.source.length, unknown(rest, context)), rest, context);
  const heading = blocks.find((one) => one.type === 'heading');
  const words = title ?? (heading && (toString(heading).trim().slice(0, 200) || null)) ?? name;
  if (heading && blocks[0] === heading && sounds(toString(heading)) === sounds(words)) blocks.shift();
  const questions: Question[] = [];
  for (const [i, one] of found.entries()) questions.push(await questionOf(scanned, one, `q${i + 1}`, topic, context));
  // what is left of a page of mere questions: their headings, which say nothing
  const body = questions.length && blocks.every((one) => one.type === 'heading') ? '' : stringifyMarkdown(blocks);
  return { title: words, body, questions };
}

/** A title without the marks in which two spellings of it differ. */
const sounds = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const unknown = ({ lineAt }: Scan, context: PageContext) => (name: string, offset: number) => context.warn('unknown_component', name, lineAt(offset));

function convert(rendered: Rendered, { lineAt }: Scan, context: PageContext): Promise<RootContent[]> {
  const line = (offset: number) => lineAt(rendered.origin(offset));
  const around: Surroundings = {
    reading: context.reading,
    link: (url, offset) => context.link(url, () => line(offset)),
    picture: (url, offset) => context.picture(url, () => line(offset)),
    rawHtml: (element, offset) => context.warn('raw_html', element, line(offset)),
  };
  return pageBlocks(rendered.text, around);
}

/** A fence that closes and goes on with text on its line closes, as its author saw it; CommonMark would take the rest of the page for code. */
function closeFences(text: string): string {
  let open: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const fence = /^[\s>]*(`{3,}|~{3,})(.*)$/.exec(line);
      if (!fence) return line;
      const [, marks = '', rest = ''] = fence;
      if (open === null) open = marks.startsWith('`') && rest.includes('`') ? null : marks;
      else if (marks.startsWith(open) && rest.trim() === '') open = null;
      else if (marks === open && /^\s+\S.*`/.test(rest)) {
        open = null;
        return `${marks}\n${rest.trim()}`;
      }
      return line;
    })
    .join('\n');
}

interface Found {
  start: number;
  end: number;
  mark: Extract<Mark, { kind: 'component' }>;
}

/** Every `<Question>` with what belongs to it: all from its heading on, or from the question before. */
function questionsOf({ source, marks, headings, lineAt }: Scan, context: PageContext): Found[] {
  const found: Found[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'component' || mark.component.name !== 'Question') continue;
    const before = found.at(-1)?.end ?? 0;
    const start = headings.findLast((one) => one >= before && one < mark.start) ?? before;
    if (source.slice(start, mark.start).trim() === '') throw invalid(context.file, lineAt(mark.start), 'question', '题目没有题干（a question without a stem）');
    found.push({ start, end: mark.end, mark });
  }
  return found;
}

/** A page without its questions; places stay what they were. */
function withoutRanges(scanned: Scan, ranges: { start: number; end: number }[]): Scan {
  const kept = scanned.marks.filter((mark) => !ranges.some((range) => mark.start >= range.start && mark.end <= range.end));
  const cuts = ranges.map(({ start, end }): Mark => ({ start, end, kind: 'text', text: '\n\n' }));
  return { ...scanned, marks: [...kept, ...cuts].sort((a, b) => a.start - b.start) };
}

async function questionOf(scanned: Scan, { start, mark }: Found, key: string, topic: string, context: PageContext): Promise<Question> {
  const line = scanned.lineAt(mark.start);
  const parsed = Choices.safeParse(dataOf(mark.component.attributes.choices));
  if (!parsed.success) throw invalid(context.file, line, `choices.${parsed.error.issues[0]!.path.join('.')}`, parsed.error.issues[0]!.message);
  const correct = parsed.data.filter((one) => one.correct).length;
  if (correct === 0) throw invalid(context.file, line, 'choices', '没有正确选项（no choice is correct）');
  if (correct === parsed.data.length) context.warn('all_choices_correct', key, line);
  const choices: Question['choices'] = [];
  for (const one of parsed.data) {
    const explanation = await inline(one.explain, line, context);
    choices.push({ text: await inline(one.text, line, context), correct: one.correct, ...(explanation && { explanation }) });
  }
  const blocks = await convert(render(scanned, start, mark.start, unknown(scanned, context)), scanned, context);
  return { key, kind: correct > 1 ? 'multiple' : 'single', topic, stem: stemOf(blocks, sidesAt(scanned, mark.start)), explanation: '', choices };
}

/** The heading as the first sentence, without its number; the side of a condition that the whole question stands on is named behind it. */
function stemOf(blocks: RootContent[], sides: string[]): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return stringifyMarkdown(blocks);
  const [number] = first.children;
  if (number?.type === 'text') number.value = number.value.replace(/^\s*\d+\s*[.．、)）]\s*/, '');
  const side = sides.map((label) => ({ type: 'text' as const, value: `（${label}）` }));
  return stringifyMarkdown([{ type: 'paragraph', children: [...first.children, ...side] }, ...rest]);
}

/** The text of a choice: Markdown with tags, on the line of its question. */
async function inline(text: string, line: number, context: PageContext): Promise<string> {
  if (!/[^\p{L}\p{N}\p{Zs}，。！？、；：“”（）]/u.test(text)) return text.trim();
  const scanned = scan(text);
  const here: PageContext = {
    ...context,
    link: (url) => context.link(url, () => line),
    picture: (url) => context.picture(url, () => line),
    warn: (kind, subject) => context.warn(kind, subject, line),
  };
  return stringifyMarkdown(await convert(render(scanned, 0, text.length, unknown(scanned, here)), scanned, here));
}
