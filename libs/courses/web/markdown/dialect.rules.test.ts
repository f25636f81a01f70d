import type { Element, Nodes } from 'hast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { courseBlocks, oneLine } from './dialect.ts';

const render = (text: string, plugin: typeof courseBlocks | typeof oneLine = courseBlocks) => {
  const processor = unified().use(remarkParse).use(plugin as typeof courseBlocks).use(remarkRehype);
  return processor.runSync(processor.parse(text), text);
};

function blocks(tree: Nodes): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  visit(tree, 'element', (element: Element) => {
    if (element.properties.dataBlock) found.push({ ...element.properties });
  });
  return found;
}

const words = (tree: Nodes): string => toString(tree).replace(/\s+/g, ' ').trim();

test('tabs carry their labels, and what they hold is Markdown', () => {
  const tree = render('::::tabs\n\n:::tab[PyTorch]\n\nUse **torch**.\n\n:::\n\n:::tab[TensorFlow]\n\nUse keras.\n\n:::\n\n::::\n');
  expect(blocks(tree)).toEqual([{ dataBlock: 'tabs' }, { dataBlock: 'tab', dataLabel: 'PyTorch' }, { dataBlock: 'tab', dataLabel: 'TensorFlow' }]);
  expect(words(tree)).toBe('Use torch.Use keras.');
});

test('asvs-2 a link card needs an http address', () => {
  expect(blocks(render('::card[Video]{url="https://example.com/v?a=1" kind="video"}'))).toEqual([{ dataBlock: 'card', dataUrl: 'https://example.com/v?a=1', dataKind: 'video', dataTitle: 'Video' }]);
  const written = '::card[Bad]{url="javascript:alert(1)"}';
  expect(words(render(written))).toBe(written);
});

test('what is no block of ours stays as it was written', () => {
  for (const text of ['10:30', ':smile', 'a::b', '注意:foo 与 :bar[x]{y=1}', '::youtube{id=1}', '::::tabs']) expect(words(render(text))).toBe(text);
  expect(words(render(':::note[Hello]\n\nSome *text*\n\n:::'))).toBe(':::note[Hello] Some text :::');
  expect(words(render('> :::x\n> y\n> :::'))).toBe(':::x y :::');
});

test('a text of one line has no blocks', () => {
  for (const text of ['1. one', '# title', '- item', '> quote', '```', '    code']) expect(words(render(text, oneLine))).toBe(text.trim());
});
