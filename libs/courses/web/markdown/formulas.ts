import 'katex/dist/katex.min.css';
import rehypeKatex, { type Options } from 'rehype-katex';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';

/** Formulas stand between double dollars only: a single one is a price. */
export const remark: PluggableList = [[remarkMath, { singleDollarTextMath: false }]];

/** What is no formula stays readable as it was written; sizes and expansions are bounded, since a text may come from anybody. */
export const rehype: PluggableList = [[rehypeKatex, { strict: false, trust: false, maxSize: 40, maxExpand: 500, errorColor: 'var(--zx-error)' } satisfies Options]];
