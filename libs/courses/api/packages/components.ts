import JSON5 from 'json5';

/** A component's tag in MDX. Attributes are text: the string, or what stands between the braces. */
export interface Component {
  name: string;
  attributes: Record<string, string>;
  closed: boolean;
  end: number;
}

/** Where a string that begins at `from` ends, or -1. */
function afterString(source: string, from: number): number {
  const quote = source[from];
  for (let i = from + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === quote) return i + 1;
  }
  return -1;
}

/** Where an expression in braces that begins at `from` ends, or -1. Braces inside of strings do not count. */
function afterBraces(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    const c = source[i]!;
    if ('"\'`'.includes(c)) {
      i = afterString(source, i) - 1;
      if (i < 0) return -1;
    } else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return -1;
}

const NAME = /\s*([\w:.-]+)\s*(=?)\s*/y;
const SPREAD = /\s*(?=\{)/y;
const CLOSE = /\s*(\/?)>/y;

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** Reads the tag whose `<Name` ends at `at`. Nothing is evaluated. @returns null when it is no tag */
export function readComponent(source: string, name: string, at: number): Component | null {
  const attributes: Record<string, string> = {};
  for (let i = at; ; ) {
    const close = match(CLOSE, source, i);
    if (close) return { name, attributes, closed: close[1] === '/', end: i + close[0].length };
    const spread = match(SPREAD, source, i);
    const attribute = spread ?? match(NAME, source, i);
    if (!attribute) return null;
    const start = i + attribute[0].length;
    if (!spread && attribute[2] === '') {
      attributes[attribute[1]!] = 'true';
      i = start;
      continue;
    }
    const braces = source[start] === '{';
    if (!braces && !'"\''.includes(source[start] ?? ' ')) return null;
    i = braces ? afterBraces(source, start) : source.indexOf(source[start]!, start + 1) + 1;
    if (i <= 0) return null;
    if (!spread) attributes[attribute[1]!] = source.slice(start + 1, i - 1);
  }
}

/** The data of an expression attribute; undefined when it is no data. */
export function dataOf(expression: string | undefined): unknown {
  try {
    return expression === undefined ? undefined : JSON5.parse(expression);
  } catch {
    return undefined;
  }
}
