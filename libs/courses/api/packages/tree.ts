import type { Blockquote, Image, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { cardNode, htmlBlock, htmlInline } from './html.ts';
import { parseMarkdown, type Reading } from './markdown.ts';

/** What the rest of the package has to say about a page. Offsets are places in its Markdown. */
export interface Surroundings {
  reading: Reading;
  /** Where a link goes: `lesson:KEY`, an address outside, a place on the page; null when nowhere, and then its text stays. */
  link(url: string, offset: number): string | null;
  /** The name of a stored picture, or null, and then its alternative text stays. */
  picture(url: string, offset: number): Promise<string | null>;
  rawHtml(element: string, offset: number): void;
}

/** Markdown of a page, its marks carried out, as blocks of our dialect. */
export async function pageBlocks(text: string, around: Surroundings): Promise<RootContent[]> {
  const tree = parseMarkdown(text, around.reading);
  resolveReferences(tree);
  replaceDirectives(tree, text);
  replaceHtml(tree, text, around);
  await replacePictures(tree, around);
  visit(tree, 'link', (node, index, parent) => {
    const url = around.link(node.url, offsetOf(node));
    if (url === null) parent!.children.splice(index!, 1, ...(node.children as never[]));
    else node.url = url;
  });
  visit(tree, 'paragraph', (node, index, parent) => {
    const [formula, more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (formula?.type === 'inlineMath' && !more) parent!.children[index!] = { type: 'math', value: formula.value };
  });
  visit(tree, 'blockquote', markAlert);
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading') node.children = emphasised(node.children, text);
  });
  return tree.children;
}

const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** Replaces the children of a parent, and of everything below, by what `replace` makes of them. */
function replaceChildren(parent: Parents, replace: (child: RootContent) => RootContent[]): void {
  parent.children = (parent.children as RootContent[]).flatMap((child) => {
    if ('children' in child) replaceChildren(child, replace);
    return replace(child);
  }) as never;
}

/** `[text][name]` and `![text][name]` as if their addresses stood beside them, so that every address is looked at once. The first definition of a name counts. */
function resolveReferences(tree: Root): void {
  const addresses = new Map<string, { url: string; title?: string | null | undefined }>();
  visit(tree, 'definition', ({ identifier, url, title }) => void (addresses.has(identifier) || addresses.set(identifier, { url, title })));
  replaceChildren(tree, (node) => {
    if (node.type === 'definition') return [];
    if (node.type === 'linkReference') return [{ type: 'link', ...addresses.get(node.identifier)!, children: node.children, position: node.position }];
    if (node.type === 'imageReference') return [{ type: 'image', ...addresses.get(node.identifier)!, alt: node.alt, position: node.position }];
    return [node];
  });
}

/** Ours are tabs, cards and `tip`, which becomes a callout; any other directive is text that looks like one. Tabs without content are dropped. */
function replaceDirectives(tree: Root, text: string): void {
  const source = (node: Nodes) => text.slice(node.position!.start.offset, node.position!.end.offset);
  replaceChildren(tree, (node) => {
    if (node.type === 'textDirective') return [{ type: 'text', value: source(node), position: node.position }];
    if (node.type === 'leafDirective') return node.name === 'card' ? [node] : [{ type: 'paragraph', children: [{ type: 'text', value: source(node) }] }];
    if (node.type !== 'containerDirective') return [node];
    if (node.name === 'tip') return node.children.length ? [alert(node.attributes?.kind ?? 'TIP', node.children)] : [];
    const [label, ...rest] = node.children;
    const hasLabel = label?.type === 'paragraph' && label.data?.directiveLabel;
    const content = hasLabel ? rest : node.children;
    if (node.name === 'tabs' || node.name === 'tab') return content.length ? [node] : [];
    return [{ type: 'paragraph', children: [{ type: 'text', value: `:::${node.name}` }] }, ...content];
  });
}

const MARKER = /^\[!(TIP|NOTE|WARNING|IMPORTANT|CAUTION)\][ \t]*\n?/i;

/** Markdown that is written as it is: remark-stringify would put a backslash before a callout's bracket. */
const marker = (kind: string): PhrasingContent => ({ type: 'html', value: `[!${kind.toUpperCase()}]` });

function alert(kind: string, children: Blockquote['children']): Blockquote {
  return { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: `[!${kind}]` }] }, ...children] };
}

/** A GitHub alert: its marker on a line of its own, the text right below. */
function markAlert(node: Blockquote): void {
  const [first, second] = node.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = text?.type === 'text' && MARKER.exec(text.value);
  if (!found || first?.type !== 'paragraph' || text?.type !== 'text') return;
  text.value = text.value.slice(found[0].length);
  if (text.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  if (first.children.length === 0 && second?.type === 'paragraph') {
    node.children.splice(1, 1);
    first.children = second.children;
  }
  first.children.unshift(marker(found[1]!), ...(first.children.length ? [{ type: 'text' as const, value: '\n' }] : []));
}

function replaceHtml(tree: Root, text: string, around: Surroundings): void {
  const slice = (from: PhrasingContent, to: PhrasingContent) => text.slice(from.position!.end.offset, to.position!.start.offset);
  const inline = (parent: Parents): void => {
    if (!parent.children.some((child) => child.type === 'html')) return;
    parent.children = htmlInline(parent.children as PhrasingContent[], slice, (element, node) => around.rawHtml(element, offsetOf(node))) as never;
  };
  visit(tree, (node) => {
    if (['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'link', 'delete'].includes(node.type)) inline(node as Parents);
  });
  replaceChildren(tree, (node) => (node.type === 'html' ? flow(node.value, (element) => around.rawHtml(element, offsetOf(node)), around.reading) : [node]));
}

/** An HTML block. Words behind its last tag are Markdown again: without an empty line between, CommonMark counts them to the block. */
function flow(value: string, refused: (element: string) => void, reading: Reading): RootContent[] {
  const [, html = value, rest = ''] = /^([\s\S]*>)[ \t]*\n([^<]*)$/.exec(value) ?? [];
  return [...htmlBlock(html, refused), ...(rest.trim() ? parseMarkdown(rest, reading).children : [])];
}

const isOutside = (url: string): boolean => /^(https?:\/|\/\/)/i.test(url);
/** `https:/host` is a slip that browsers forgive. */
const outside = ({ url, alt }: Image) => {
  const full = url.replace(/^(?:(https?):)?\/+/i, (_, scheme: string | undefined) => `${scheme ?? 'https'}://`);
  return { title: alt || full.split(/[?#]/)[0]!.split('/').at(-1) || full, url: full, kind: 'picture' as const };
};

/** Pictures of the package get their stored names; those outside become cards below the paragraph, and links where no block can stand. */
async function replacePictures(tree: Root, around: Surroundings): Promise<void> {
  const inside: Image[] = [];
  visit(tree, 'image', (node) => void (isOutside(node.url) || inside.push(node)));
  const names = new Map<Image, string | null>();
  for (const node of inside) names.set(node, await around.picture(node.url, offsetOf(node)));
  replaceChildren(tree, (node) => {
    if (node.type === 'image') {
      const name = names.get(node);
      if (name) node.url = name;
      return name === null ? [{ type: 'text', value: node.alt ?? '' }] : [node];
    }
    if (node.type === 'paragraph') return cardsBelow(node);
    if (node.type === 'tableCell' || node.type === 'heading') node.children = node.children.map(linked);
    return [node];
  });
}

const linked = (node: PhrasingContent): PhrasingContent =>
  node.type === 'image' && isOutside(node.url) ? { type: 'link', url: outside(node).url, children: [{ type: 'text', value: outside(node).title }] } : node;

function cardsBelow(node: Paragraph): RootContent[] {
  const cards: Extract<RootContent, { type: 'leafDirective' }>[] = [];
  replaceChildren(node, (child) => {
    if (child.type === 'image' && isOutside(child.url)) cards.push(cardNode(outside(child)));
    else if (child.type === 'leafDirective') cards.push(child);
    else return child.type === 'link' && toString(child).trim() === '' && child.children.every((one) => one.type !== 'image') ? [] : [child];
    return [];
  });
  if (cards.length === 0) return [node];
  const empty = node.children.every((child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''));
  return empty ? cards : [node, ...cards];
}

/**
 * `**重点！**后文`: CommonMark sees no end of the emphasis between a full-width mark and a hanzi, its author did. Asterisks that were escaped stay.
 * A pair is taken within the children of one paragraph.
 */
function emphasised(children: PhrasingContent[], source: string): PhrasingContent[] {
  const parts = children.flatMap((node): PhrasingContent[] => {
    const written = node.type === 'text' && node.position ? source.slice(node.position.start.offset, node.position.end.offset) : '';
    if (node.type !== 'text' || !written.includes('**') || written.includes('\\*')) return [node];
    return node.value.split(/(\*\*)/).filter(Boolean).map((value) => ({ type: 'text', value }));
  });
  const isMark = (node: PhrasingContent) => node.type === 'text' && node.value === '**';
  const result: PhrasingContent[] = [];
  for (let i = 0; i < parts.length; i++) {
    const close = isMark(parts[i]!) ? parts.findIndex((node, at) => at > i + 1 && isMark(node)) : -1;
    if (close < 0) result.push(parts[i]!);
    else {
      result.push({ type: 'strong', children: trimmed(parts.slice(i + 1, close)) });
      i = close;
    }
  }
  return result;
}

/** `** 试试看！**`: spaces inside of the marks are none of the words. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return children;
}
