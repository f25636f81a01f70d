import type { Domain } from '@zhixing/courses/contract';

/** The business domains in their order, each with the tone (0 to 6) of its covers. */
export const TONE_OF: Record<Domain, number> = {
  'knowledge-graph': 0, 'credit-risk': 1, 'credit-workflow': 2, 'internal-management': 3, 'llm-technology': 4, 'llm-application': 5, 'compliance-safety': 6,
};

/** The tone of a business domain, for `Cover`. */
export const toneOf = (domain: Domain): number => TONE_OF[domain];
