import { type Component, dataOf } from './components.ts';
import { lastAtMost, type Mark, type Scan } from './scan.ts';

/** A link to something outside, which is named and never loaded. */
export interface Card {
  title: string;
  url: string;
  kind: 'video' | 'notebook' | 'page' | 'picture';
}

/** Markdown with the marks of a page carried out, and where its lines come from. */
export interface Rendered {
  text: string;
  /** The offset in the source that an offset in `text` comes from. */
  origin(offset: number): number;
}

interface Block {
  first: Extract<Mark, { kind: 'if' }>;
  otherwise: Mark | undefined;
  last: Mark;
  inline: boolean;
}

const FRAMEWORKS: Record<string, [string, string]> = { pt: ['PyTorch', 'TensorFlow'], tf: ['TensorFlow', 'PyTorch'] };
/** The labels of a condition's two sides: `fw === 'pt'` -> PyTorch, TensorFlow. */
const labels = (condition: string): [string, string] => FRAMEWORKS[/['"](\w+)['"]/.exec(condition)?.[1] ?? ''] ?? [condition.trim(), `!(${condition.trim()})`];

/** Which side of the conditions around it a place is on: ['PyTorch']. */
export function sidesAt({ marks }: Scan, offset: number): string[] {
  const open: { labels: [string, string]; side: 0 | 1 }[] = [];
  for (const mark of marks) {
    if (mark.start >= offset) break;
    if (mark.kind === 'if') open.push({ labels: labels(mark.condition), side: 0 });
    else if (mark.kind === 'else' && open.length) open.at(-1)!.side = 1;
    else if (mark.kind === 'endif') open.pop();
  }
  return open.map((one) => one.labels[one.side]);
}

/** Carries out the marks between two places of a page. `unknown` is told of components that stay as text. Conditions and callouts that are cut apart by the range are dropped. */
export function render({ source, marks }: Scan, start: number, end: number, unknown: (component: string, offset: number) => void): Rendered {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  const { blocks, tips, depth } = pair(source, inside);
  const out = new Output(source);
  let at = start;
  for (const mark of inside) {
    if (mark.start < at) continue;
    out.copy(at, mark.start);
    at = mark.end;
    const block = blocks.get(mark);
    if (mark.kind === 'text') out.put(mark.text, mark.start);
    else if (mark.kind === 'component' && mark.component.name === 'Tip') {
      if (tips.has(mark)) out.block([`${':'.repeat(depth.get(mark)!)}tip{kind="${mark.component.attributes.warning === 'true' ? 'WARNING' : 'TIP'}"}`], mark.start);
    } else if (mark.kind === 'close' && mark.name === 'Tip') {
      if (tips.has(mark)) out.block([':'.repeat(depth.get(mark)!)], mark.start);
    } else if (mark.kind === 'component') component(out, mark.component, source, mark, unknown);
    else if (mark.kind === 'close') out.put(escaped(source.slice(mark.start, mark.end)), mark.start);
    else if (block) condition(out, mark, block, depth.get(block.first)!);
  }
  out.copy(at, end);
  return out;
}

function condition(out: Output, mark: Mark, block: Block, colons: number): void {
  const [first, second] = labels(block.first.condition);
  const [tabs, tab] = [':'.repeat(colons + 1), ':'.repeat(colons)];
  if (block.inline) out.put(mark === block.last ? `（${block.otherwise ? second : first}）` : mark.kind === 'else' ? `（${first}） / ` : '', mark.start);
  else if (mark.kind === 'if') out.block([`${tabs}tabs`, `${tab}tab[${first}]`], mark.start);
  else if (mark.kind === 'else') out.block([tab, `${tab}tab[${second}]`], mark.start);
  else out.block([tab, tabs], mark.start);
}

/** Every level costs two colons on every line of it; deeper ones are dropped. */
const MAX_DEPTH = 8;

/** Matches what opens with what closes, and says how many colons each needs: outer fences are longer. */
function pair(source: string, marks: Mark[]) {
  const blocks = new Map<Mark, Block>();
  const tips = new Set<Mark>();
  const depth = new Map<Mark, number>();
  const open: Mark[] = [];
  const closed: { first: Mark; last: Mark; level: number }[] = [];
  const close = (last: Mark, fits: (first: Mark) => boolean) => {
    const place = open.findLastIndex(fits);
    if (place < 0) return undefined;
    const [first] = open.splice(place);
    closed.push({ first: first!, last, level: place });
    return first;
  };
  const otherwise = new Map<Mark, Mark>();
  for (const mark of marks) {
    if (mark.kind === 'if' || (mark.kind === 'component' && mark.component.name === 'Tip' && !mark.component.closed)) {
      if (open.length < MAX_DEPTH) open.push(mark);
    }
    else if (mark.kind === 'else') {
      const first = open.findLast((one) => one.kind === 'if');
      if (first && !otherwise.has(first)) otherwise.set(first, mark);
    } else if (mark.kind === 'endif') {
      const first = close(mark, (one) => one.kind === 'if');
      if (first?.kind !== 'if') continue;
      const block = { first, otherwise: otherwise.get(first), last: mark, inline: isInline(source, first, mark) };
      for (const one of [first, block.otherwise, mark]) if (one) blocks.set(one, block);
    } else if (mark.kind === 'close' && mark.name === 'Tip') {
      const first = close(mark, (one) => one.kind === 'component');
      if (first) tips.add(first).add(mark);
    }
  }
  const deepest = Math.max(0, ...closed.map((one) => one.level));
  for (const { first, last, level } of closed) for (const one of [first, last]) depth.set(one, 3 + 2 * (deepest - level));
  return { blocks, tips, depth };
}

/** A condition within one line that holds other text as well, or in a row of a table. */
function isInline(source: string, first: Mark, last: Mark): boolean {
  const before = source.slice(source.lastIndexOf('\n', first.start - 1) + 1, first.start);
  const after = /.*/.exec(source.slice(last.end))![0];
  return !source.slice(first.start, last.end).includes('\n') && (/[^\s>]/.test(before) || after.trim() !== '');
}

function component(out: Output, { name, attributes }: Component, source: string, mark: Mark, unknown: (component: string, offset: number) => void): void {
  if (name === 'FrameworkSwitchCourse') return;
  const cards = cardsOf(name, attributes);
  if (!cards) {
    unknown(name, mark.start);
    out.put(escaped(source.slice(mark.start, mark.end)), mark.start);
  } else if (out.inTable()) out.put(cards.map(({ title, url }) => `[${escaped(title)}](<${url}>)`).join(' '), mark.start);
  else for (const { title, url, kind } of cards) out.block([`::card[${escaped(title)}]{url="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" kind="${kind}"}`], mark.start);
}

function cardsOf(name: string, attributes: Record<string, string>): Card[] | null {
  if (name === 'Youtube' && attributes.id) return [{ title: attributes.title ?? 'YouTube', url: `https://www.youtube.com/watch?v=${encodeURIComponent(attributes.id)}`, kind: 'video' }];
  if (name !== 'CourseFloatingBanner' && name !== 'DocNotebookDropdown') return null;
  const notebooks = dataOf(attributes.notebooks ?? attributes.options);
  if (!Array.isArray(notebooks)) return [];
  return notebooks
    .filter((one: unknown): one is { label: string; value: string } => typeof one === 'object' && one !== null && 'label' in one && 'value' in one && /^https?:/.test(String(one.value)))
    .map(({ label, value }) => ({ title: String(label), url: value, kind: 'notebook' }));
}

/** Text that Markdown shows as it is, on one line. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');

/** The Markdown written so far, with the places in the source it comes from. */
class Output implements Rendered {
  private readonly parts: string[] = [];
  private readonly pieces: { at: number; from: number; copied: boolean }[] = [];
  private length = 0;
  /** What stands on the last line so far. */
  private line = '';

  constructor(private readonly source: string) {}

  get text(): string {
    return this.parts.join('');
  }

  copy(start: number, end: number): void {
    this.write(this.source.slice(start, end), { at: this.length, from: start, copied: true });
  }

  put(text: string, from: number): void {
    this.write(text, { at: this.length, from, copied: false });
  }

  /** Lines that are a block of their own, within the list or quotation that the current line is part of. */
  block(lines: string[], from: number): void {
    const head = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(this.line)![0];
    const prefix = head.replace(/[^\s>]/g, ' ');
    const starts = this.line === head && head !== prefix;
    this.put(`${starts ? '' : `\n${prefix}\n${prefix}`}${lines.join(`\n${prefix}`)}\n${prefix}\n${prefix}`, from);
  }

  inTable(): boolean {
    return /^\s*\|/.test(this.line);
  }

  origin(offset: number): number {
    const piece = this.pieces[lastAtMost(this.pieces, offset)];
    return piece ? piece.from + (piece.copied ? offset - piece.at : 0) : 0;
  }

  private write(text: string, piece: { at: number; from: number; copied: boolean }): void {
    this.parts.push(text);
    this.pieces.push(piece);
    this.length += text.length;
    const lineBreak = text.lastIndexOf('\n');
    this.line = lineBreak < 0 ? this.line + text : text.slice(lineBreak + 1);
  }
}
