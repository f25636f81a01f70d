import type { Element, Root } from 'hast';

/** Numbers the headings (`section-1` …), so that the table of contents and an address can point at them. */
export function headingIds() {
  return (tree: Root): void => {
    let place = 0;
    const visit = (node: Root | Element): void => {
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        if (/^h[1-4]$/.test(child.tagName)) child.properties = { ...child.properties, id: `section-${(place += 1)}` };
        else visit(child);
      }
    };
    visit(tree);
  };
}
