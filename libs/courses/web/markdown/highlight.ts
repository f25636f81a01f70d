import type { Element, Root, Text } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import { createLowlight } from 'lowlight';

const lowlight = createLowlight({ bash, json, python, sql });

/** Colours code in the four languages of our courses. Not rehype-highlight: that one brings 37 languages along, six times the weight. */
export function highlight() {
  return (tree: Root): void => {
    const visit = (node: Root | Element): void => {
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        const language = child.tagName === 'code' && node.type === 'element' && node.tagName === 'pre' ? languageOf(child) : undefined;
        if (language && lowlight.registered(language)) child.children = lowlight.highlight(language, textOf(child)).children as Element['children'];
        else visit(child);
      }
    };
    visit(tree);
  };
}

const languageOf = (code: Element): string | undefined =>
  [code.properties.className].flat().map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find((name) => name !== undefined);

const textOf = (code: Element): string => code.children.filter((child): child is Text => child.type === 'text').map((child) => child.value).join('');
