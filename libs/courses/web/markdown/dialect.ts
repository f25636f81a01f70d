import type { Paragraph, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

type Directive = ContainerDirective | LeafDirective;

/** What the blocks of the dialect become: a `div` that says which of them it is, for `COMPONENTS` of markdown.tsx. */
const asDiv = (properties: Record<string, string>) => ({ hName: 'div', hProperties: properties });

/**
 * Tabs (`::::tabs` with `:::tab[Label]`) and link cards (`::card[Title]{url="…" kind="…"}`) of docs/course-format.md. There are no inline
 * directives: "10:30" and ":smile" are words. A directive we do not know is text as it was written.
 */
export function courseBlocks(this: Processor) {
  remarkDirective.call(this);
  delete (this.data() as { micromarkExtensions: { text?: object }[] }).micromarkExtensions.at(-1)?.text;
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, place, parent) => {
      if ((node.type !== 'containerDirective' && node.type !== 'leafDirective') || node.data?.hName || !parent || place === undefined) return;
      if (readTabs(node) || readCard(node)) return;
      (parent.children as RootContent[]).splice(place, 1, ...asWritten(node, String(file)));
      return place;
    });
  };
}

const labelOf = (node: Directive): Paragraph | undefined => {
  const first = node.children[0];
  return node.type === 'containerDirective' && first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
};

function readTabs(node: Directive): boolean {
  if (node.type !== 'containerDirective' || node.name !== 'tabs') return false;
  const tabs = node.children.filter((child) => child.type === 'containerDirective' && child.name === 'tab' && labelOf(child) !== undefined) as ContainerDirective[];
  if (tabs.length === 0 || tabs.length < node.children.length) return false;
  for (const tab of tabs) {
    tab.data = asDiv({ dataBlock: 'tab', dataLabel: toString(labelOf(tab)) });
    tab.children.shift();
  }
  node.data = asDiv({ dataBlock: 'tabs' });
  return true;
}

function readCard(node: Directive): boolean {
  const url = node.attributes?.url;
  if (node.type !== 'leafDirective' || node.name !== 'card' || !url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  node.data = asDiv({ dataBlock: 'card', dataUrl: url, dataKind: node.attributes?.kind ?? '', dataTitle: toString(node) });
  node.children = [];
  return true;
}

/** The lines a directive began and ended with, as text around what it held. */
function asWritten(node: Directive, source: string): RootContent[] {
  const lines = source.slice(node.position?.start.offset, node.position?.end.offset).split('\n');
  const line = (value: string | undefined): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value: value?.trim() ?? '' }] });
  if (node.type === 'leafDirective') return [line(lines[0])];
  const closed = lines.length > 1 && /^[\s>]*:{3,}\s*$/.test(lines.at(-1)!);
  return [line(lines[0]), ...node.children.filter((child) => child !== labelOf(node)), ...(closed ? [line(lines.at(-1)!.replace(/^[\s>]*/, ''))] : [])];
}

/** For texts of one line (a choice of a question): what would open a block is text. */
export function oneLine(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] };
  const blocks = ['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'];
  (data.micromarkExtensions ??= []).push({ disable: { null: blocks } });
}
