import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Component, readComponent } from './components.ts';
import { parseMarkdown } from './markdown.ts';

/** Something of a page's source that is not Markdown, with its place. */
export type Mark = { start: number; end: number } & (
  | { kind: 'if'; condition: string }
  | { kind: 'else' | 'endif' }
  | { kind: 'component'; component: Component }
  | { kind: 'close'; name: string }
  /** Text in its place; '' for what is dropped: comments, anchors. */
  | { kind: 'text'; text: string }
);

export interface Scan {
  source: string;
  marks: Mark[];
  /** Where headings begin. */
  headings: number[];
  /** The line of an offset, from 1. */
  lineAt(offset: number): number;
}

const MARKS = /(?<comment><!--)|\{#if\s+(?<condition>[^}]*)\}|(?<otherwise>\{:else[^}]*\})|(?<endif>\{\/if\})|<(?<name>[A-Z][\w.]*)|<\/(?<close>[A-Z][\w.]*)\s*>/g;
/** `## Title [[anchor]]`; words behind it on the same line are a paragraph that lost its line break. */
const ANCHOR = /^(?<before>[ \t>]*#{1,6}[ \t][^\n]{0,300}?)(?<anchor>[ \t]*\[\[[^\n]{0,300}?\]\][ \t]*)(?<rest>.*)$/gm;

/** Formulas as other dialects write them. Single backslashes and dollars also occur in prose: there the inside must look like a formula. */
const FORMULAS: { pattern: RegExp; block?: boolean; sure?: boolean }[] = [
  { pattern: /\\{1,2}\(\$(?<formula>[^\n$]{1,1000}?)(?:\$\\{0,2}\)|\)\$)/g, sure: true },
  { pattern: /\\\\\((?<formula>[^\n]{1,1000}?)\\\\\)/g, sure: true },
  { pattern: /\\\\\[(?<formula>[\s\S]{1,2000}?)\\\\\]/g, block: true, sure: true },
  { pattern: /\\\((?<formula>[^\n]{1,1000}?)\\\)/g },
  { pattern: /\\\[(?<formula>[^\n]{1,1000}?)\\\]/g, block: true },
  // pandoc's rule: no space inside of the dollars, no digit (here: no word) right behind
  { pattern: /(?<![\w\\$])\$(?![\s$])(?<formula>[^\n$]{0,1000}?[^\s\\$])\$(?![\w$])/g },
];
const LIKE_A_FORMULA = /[\\^_=+<>|]|^[A-Za-z](?:['′]|\(.*\))?$|^[A-Za-z] ?[-*/] ?[A-Za-z]$/;

/** Tags and comments that are never closed are looked for up to the end of the page; past so many of them the rest is text. */
const MAX_BROKEN = 20;

/** Every mark outside of code, in order. A page is read once for the places of its code, with tags as text. */
export function scan(source: string): Scan {
  const { headings, opaque } = places(parseMarkdown(source, 'tags_as_text'));
  const marks: Mark[] = [];
  const taken = new Uint8Array(source.length);
  for (const { start, end } of opaque) taken.fill(1, start, end);
  const free = (start: number, end: number) => !taken.subarray(start, end).includes(1);
  const add = (mark: Mark) => {
    marks.push(mark);
    taken.fill(1, mark.start, mark.end);
  };
  let broken = 0;
  for (const found of source.matchAll(MARKS)) {
    if (taken[found.index]) continue;
    const { comment, condition, otherwise, endif, name, close } = found.groups!;
    const place = { start: found.index, end: found.index + found[0].length };
    if (condition !== undefined) add({ ...place, kind: 'if', condition });
    else if (otherwise !== undefined) add({ ...place, kind: 'else' });
    else if (endif !== undefined) add({ ...place, kind: 'endif' });
    else if (close !== undefined) add({ ...place, kind: 'close', name: close });
    else if (broken < MAX_BROKEN) {
      const component = name === undefined ? null : readComponent(source, name, place.end);
      const end = comment === undefined ? -1 : source.indexOf('-->', place.end);
      if (component) add({ ...place, end: component.end, kind: 'component', component });
      else if (end >= 0) add({ ...place, end: end + 3, kind: 'text', text: '' });
      else broken++;
    }
  }
  const starts = new Set(headings);
  for (const found of source.matchAll(ANCHOR)) {
    const { before, anchor, rest } = found.groups!;
    const start = found.index + before!.length;
    const isHeading = starts.has(found.index + before!.search(/[^ \t>]/));
    if (!isHeading || taken[start]) continue;
    add({ start, end: start + anchor!.length, kind: 'text', text: rest ? '\n\n' : '' });
  }
  for (const { pattern, block, sure } of FORMULAS) {
    for (const found of source.matchAll(pattern)) {
      const place = { start: found.index, end: found.index + found[0].length };
      const formula = found.groups!.formula!.trim();
      if (!free(place.start, place.end) || !(sure || LIKE_A_FORMULA.test(formula))) continue;
      add({ ...place, kind: 'text', text: block ? `\n\n$$\n${formula}\n$$\n\n` : `$$${formula}$$` });
    }
  }
  return { source, marks: marks.sort((a, b) => a.start - b.start), headings, lineAt: lines(source) };
}

/** What no mark may stand in: code and formulas that are written as we write them. */
function places(tree: Root) {
  const headings: number[] = [];
  const opaque: { start: number; end: number }[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(node.position!.start.offset!);
    if (['code', 'inlineCode', 'inlineMath', 'math'].includes(node.type)) opaque.push({ start: node.position!.start.offset!, end: node.position!.end.offset! });
  });
  return { headings, opaque };
}

/** Finds the line of an offset, from 1. */
function lines(source: string): (offset: number) => number {
  const starts = [...source.matchAll(/^/gm)].map(({ index }) => ({ at: index }));
  return (offset) => lastAtMost(starts, offset) + 1;
}

/** The index of the last of sorted pieces that begins at or before an offset. */
export function lastAtMost(pieces: readonly { at: number }[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
