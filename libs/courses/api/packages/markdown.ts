import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

/** Switches constructs of Markdown off, by micromark's names. */
function without(this: Processor, ...constructs: string[]): void {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: constructs } });
}

/** Colons in prose ("10:30", "注意:foo") stay bare: our dialect has no directives inside of text that they could be mistaken for. */
function bareColons(this: Processor): void {
  for (const extension of (this.data().toMarkdownExtensions ?? []).flat()) {
    extension.unsafe = extension.unsafe?.filter(({ character, before }) => !(character === ':' && before === '[^:]'));
  }
}

/** CommonMark, GFM (`10~20` is no strikethrough), formulas in double dollars, and directives. */
const dialect = (...disabled: string[]) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkMath, { singleDollarTextMath: false })
    .use(remarkDirective)
    .use(without, ...disabled)
    .use(bareColons)
    .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', strong: '*', listItemIndent: 'one' })
    .freeze();

const PLAIN = dialect();
/** As MDX reads it: an indented line is no code. */
const MDX = dialect('codeIndented');
/** As MDX reads it before components are taken out: tags are text, so that a tag never hides a code fence. */
const TAGS_AS_TEXT = dialect('codeIndented', 'htmlFlow', 'htmlText');

/** How a page is read: `plain` Markdown, `mdx`, or MDX with its tags as text. */
export type Reading = 'plain' | 'mdx' | 'tags_as_text';
const PROCESSORS = { plain: PLAIN, mdx: MDX, tags_as_text: TAGS_AS_TEXT };

/** Reads Markdown. @throws RangeError when its blocks lie too deep within each other */
export function parseMarkdown(text: string, reading: Reading): Root {
  checkDepth(text);
  return PROCESSORS[reading].parse(text);
}

const MAX_CONTAINERS = 100;
const MAX_DIRECTIVES = 30;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+] |\d{1,9}[.)] ))+/;
const DIRECTIVE = /^[\s>]*:{3,}[ \t]*([a-z])?/i;

/** Every container within another is parsed once more, and a directive's lines twice: hundreds of them would take for ever. */
function checkDepth(text: string): void {
  let directives = 0;
  for (const line of text.split('\n')) {
    const containers = CONTAINERS.exec(line)?.[0].match(/>|[-*+] |\d[.)]/g)?.length ?? 0;
    const directive = DIRECTIVE.exec(line);
    if (directive) directives += directive[1] ? 1 : -1;
    if (directives < 0) directives = 0;
    if (containers > MAX_CONTAINERS || directives > MAX_DIRECTIVES) throw new RangeError('nested too deeply');
  }
}

/** Blocks as Markdown of our dialect, without white space around. */
export const stringifyMarkdown = (children: RootContent[]): string => PLAIN.stringify({ type: 'root', children }).trim();
