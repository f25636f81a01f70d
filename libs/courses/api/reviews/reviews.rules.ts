import type { Domain } from '@zhixing/courses/contract';

const OFFSET = 8 * 3_600_000;
/** What is said of language models and their tools is out of date after a year. */
const SHORT_LIVED: ReadonlySet<Domain> = new Set(['llm-technology', 'llm-application']);

/** How often the content of a course of this domain is reviewed unless somebody says otherwise, in months. */
export const defaultReviewMonths = (domain: Domain): number => (SHORT_LIVED.has(domain) ? 12 : 24);

/** The day of a moment in Asia/Shanghai. */
export const dayInShanghai = (at: Date): string => new Date(at.getTime() + OFFSET).toISOString().slice(0, 10);
