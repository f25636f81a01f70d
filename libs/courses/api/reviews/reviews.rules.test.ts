import { expect, test } from '@jest/globals';
import { Domain } from '@zhixing/courses/contract';
import { dayInShanghai, defaultReviewMonths } from './reviews.rules.ts';

test('language models and their tools are reviewed every year, the rest every two', () => {
  expect(Domain.options.filter((domain) => defaultReviewMonths(domain) === 12)).toEqual(['llm-technology', 'llm-application']);
  expect(new Set(Domain.options.map(defaultReviewMonths))).toEqual(new Set([12, 24]));
});

test('a day is that of Beijing', () => {
  expect([dayInShanghai(new Date('2026-03-05T15:59:59Z')), dayInShanghai(new Date('2026-03-05T16:00:00Z'))]).toEqual(['2026-03-05', '2026-03-06']);
});
