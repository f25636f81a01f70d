import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import type { Card } from './render.ts';

/** Elements whose meaning Markdown can carry, or that only lay things out. Whatever else stands in a page stays as text. */
const KNOWN = new Set(
  'a abbr b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li mark ol p picture pre q s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var video wbr'.split(' '),
);

const parser = unified().use(rehypeParse, { fragment: true });

/** A card as a block of Markdown. */
export const cardNode = ({ title, url, kind }: Card): Extract<RootContent, { type: 'leafDirective' }> => ({ type: 'leafDirective', name: 'card', attributes: { url, kind }, children: [{ type: 'text', value: title }] });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function frame(node: Element, kind: Card['kind']) {
  const source = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'source');
  const url = text(node.properties.src) || text(source?.properties.src);
  return /^https?:\/\//.test(url) ? (cardNode({ title: text(node.properties.title) || new URL(url).hostname, url, kind }) as never) : [];
}

/** The pictures of a dark theme repeat those beside them. */
const isDark = (node: Element): boolean => Array.isArray(node.properties.className) && node.properties.className.includes('hidden') && node.properties.className.includes('dark:block');

const toMarkdown = unified()
  .use(rehypeRemark, {
    handlers: {
      iframe: (_state, node: Element) => frame(node, 'page'),
      video: (_state, node: Element) => frame(node, 'video'),
      img: (_state, node: Element) => (isDark(node) ? undefined : { type: 'image' as const, url: text(node.properties.src), alt: text(node.properties.alt) }),
    },
  })
  .freeze();

/** The first element of a fragment that is not KNOWN. */
function unknownElement(tree: HastRoot): string | null {
  let name: string | null = null;
  visit(tree, 'element', (node) => {
    if (KNOWN.has(node.tagName)) return;
    name = node.tagName;
    return EXIT;
  });
  return name;
}

/** An HTML block as Markdown; with an element that is not known, its source as text. */
export function htmlBlock(source: string, refused: (element: string) => void): RootContent[] {
  const tree = parser.parse(source);
  const unknown = unknownElement(tree);
  if (unknown === null) return (toMarkdown.runSync(tree as HastRoot) as unknown as Root).children;
  refused(unknown);
  return [{ type: 'paragraph', children: [{ type: 'text', value: source }] }];
}

const VERBATIM = new Set(['code', 'tt', 'kbd', 'samp', 'var']);
const TAG = /^<(\/?)([a-zA-Z][\w-]*)/;

/** The text of a fragment, entities decoded. */
const plain = (source: string): string => {
  let value = '';
  visit(parser.parse(source), 'text', (node) => void (value += node.value));
  return value;
};

/**
 * Tags between the words of a paragraph as Markdown: an opening tag and its closing one hold what stands between them, one without the other is dropped.
 * `slice` gives the source between two nodes, since code holds no Markdown.
 */
export function htmlInline(children: PhrasingContent[], slice: (from: PhrasingContent, to: PhrasingContent) => string, refused: (element: string, node: PhrasingContent) => void): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  const closers = pairs(children);
  for (let i = 0; i < children.length; i++) {
    const node = children[i]!;
    const [, slash, tag = ''] = (node.type === 'html' && TAG.exec(node.value)) || [];
    const name = tag.toLowerCase();
    if (node.type !== 'html') result.push(node);
    else if (name === '') continue;
    else if (!KNOWN.has(name)) {
      refused(name, node);
      result.push({ type: 'text', value: node.value, position: node.position });
    } else if (!slash) {
      const close = closers.get(i) ?? -1;
      if (close < 0) result.push(...single(node.value));
      else {
        const within = children.slice(i + 1, close);
        result.push(...(VERBATIM.has(name) ? verbatim(slice(node, children[close]!)) : wrapped(name, node.value, htmlInline(within, slice, refused))));
        i = close;
      }
    }
  }
  return result;
}

/** Which closing tag belongs to which opening one, by their places. */
function pairs(children: PhrasingContent[]): Map<number, number> {
  const closers = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [i, node] of children.entries()) {
    const [, slash, tag] = (node.type === 'html' && TAG.exec(node.value)) || [];
    const name = tag?.toLowerCase();
    if (name === undefined) continue;
    const opened = open.get(name) ?? [];
    open.set(name, opened);
    if (!slash) opened.push(i);
    else if (opened.length) closers.set(opened.pop()!, i);
  }
  return closers;
}

const verbatim = (source: string): PhrasingContent[] => {
  const value = plain(source).replace(/\s+/g, ' ').trim();
  return value ? [{ type: 'inlineCode', value }] : [];
};

/** `<br>`, `<img>` and the like; nothing of a tag that is never closed. */
function single(source: string): PhrasingContent[] {
  if (/^<br\b/i.test(source)) return [{ type: 'break' }];
  if (!/^<(img|iframe|video)\b/i.test(source)) return [];
  const [node] = htmlBlock(source, () => undefined);
  return node?.type === 'paragraph' ? node.children : node ? [node as unknown as PhrasingContent] : [];
}

function wrapped(name: string, source: string, children: PhrasingContent[]): PhrasingContent[] {
  if (['strong', 'b'].includes(name)) return [{ type: 'strong', children }];
  if (['em', 'i', 'cite', 'dfn'].includes(name)) return [{ type: 'emphasis', children }];
  if (['del', 's', 'strike'].includes(name)) return [{ type: 'delete', children }];
  if (['iframe', 'video'].includes(name)) return single(source);
  if (name !== 'a') return children;
  const url = attribute(source, 'href');
  return url ? [{ type: 'link', url, children: children as never }] : children;
}

function attribute(source: string, name: string): string {
  let value = '';
  visit(parser.parse(source) as HastNodes, 'element', (node: ElementContent) => void (value ||= node.type === 'element' ? text(node.properties[name]) : ''));
  return value;
}

