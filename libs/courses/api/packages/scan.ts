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
}

const MARKS = /<!--[\s\S]*?-->|\{#if\s+(?<condition>[^}]*)\}|(?<otherwise>\{:else[^}]*\})|(?<endif>\{\/if\})|<(?<name>[A-Z][\w.]*)|<\/(?<close>[A-Z][\w.]*)\s*>/g;
/** `## Title [[anchor]]`; words behind it on the same line are a paragraph that lost its line break. */
const ANCHOR = /^(?<before>[ \t>]*#{1,6}[ \t].*?)(?<anchor>[ \t]*\[\[.*?\]\][ \t]*)(?<rest>.*)$/gm;

/** Formulas as other dialects write them. Single backslashes and dollars also occur in prose: there the inside must look like a formula. */
const FORMULAS: { pattern: RegExp; block?: boolean; sure?: boolean }[] = [
  { pattern: /\\{1,2}\(\$(?<formula>[^\n$]+?)(?:\$\\{0,2}\)|\)\$)/g, sure: true },
  { pattern: /\\\\\((?<formula>[^\n]+?)\\\\\)/g, sure: true },
  { pattern: /\\\\\[(?<formula>[\s\S]+?)\\\\\]/g, block: true, sure: true },
  { pattern: /\\\((?<formula>[^\n]+?)\\\)/g },
  { pattern: /\\\[(?<formula>[^\n]+?)\\\]/g, block: true },
  // pandoc's rule: no space inside of the dollars, no digit (here: no word) right behind
  { pattern: /(?<![\w\\$])\$(?![\s$])(?<formula>[^\n$]*?[^\s\\$])\$(?![\w$])/g },
];
const LIKE_A_FORMULA = /[\\^_=+<>|]|^[A-Za-z](?:['′]|\(.*\))?$|^[A-Za-z] ?[-*/] ?[A-Za-z]$/;

/** Every mark outside of code, in order. A page is read once for the places of its code, with tags as text. */
export function scan(source: string): Scan {
  const { headings, opaque } = places(parseMarkdown(source, 'tags_as_text'));
  const marks: Mark[] = [];
  const free = (start: number, end: number) => ![...opaque, ...marks].some((one) => start < one.end && end > one.start);
  for (const found of source.matchAll(MARKS)) {
    if (!free(found.index, found.index + 1)) continue;
    const { condition, otherwise, endif, name, close } = found.groups!;
    const place = { start: found.index, end: found.index + found[0].length };
    const component = name === undefined ? null : readComponent(source, name, place.end);
    if (component) marks.push({ ...place, end: component.end, kind: 'component', component });
    else if (condition !== undefined) marks.push({ ...place, kind: 'if', condition });
    else if (otherwise !== undefined) marks.push({ ...place, kind: 'else' });
    else if (endif !== undefined) marks.push({ ...place, kind: 'endif' });
    else if (close !== undefined) marks.push({ ...place, kind: 'close', name: close });
    else if (name === undefined) marks.push({ ...place, kind: 'text', text: '' });
  }
  for (const found of source.matchAll(ANCHOR)) {
    const { before, anchor, rest } = found.groups!;
    const start = found.index + before!.length;
    if (!headings.some((heading) => heading >= found.index && heading < start) || marks.some((one) => start < one.end && start >= one.start)) continue;
    marks.push({ start, end: start + anchor!.length, kind: 'text', text: rest ? '\n\n' : '' });
  }
  for (const { pattern, block, sure } of FORMULAS) {
    for (const found of source.matchAll(pattern)) {
      const place = { start: found.index, end: found.index + found[0].length };
      const formula = found.groups!.formula!.trim();
      if (!free(place.start, place.end) || !(sure || LIKE_A_FORMULA.test(formula))) continue;
      marks.push({ ...place, kind: 'text', text: block ? `\n\n$$\n${formula}\n$$\n\n` : `$$${formula}$$` });
    }
  }
  return { source, marks: marks.sort((a, b) => a.start - b.start), headings };
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

