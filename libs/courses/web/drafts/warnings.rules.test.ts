import type { ImportWarning } from '@zhixing/courses/contract';
import { blockersOf } from './blockers.ts';
import { groupWarnings } from './warnings.rules.ts';

const warning = (kind: ImportWarning['kind'], subject: string, line: number): ImportWarning => ({ kind, subject, file: 'a.mdx', line, message: '' });

test('warnings come by kind, the most frequent subject first, places in order', () => {
  const groups = groupWarnings([warning('raw_html', 'b', 1), warning('unknown_component', 'Demo', 2), warning('unknown_component', 'Frame', 3), warning('unknown_component', 'Frame', 9)]);
  expect(groups.map(({ kind, count }) => [kind, count])).toEqual([['unknown_component', 3], ['raw_html', 1]]);
  expect(groups[0]!.subjects.map(({ subject, places }) => [subject, places.map((place) => place.line)])).toEqual([['Frame', [3, 9]], ['Demo', [2]]]);
});

test('a draft without a summary or a required lesson cannot be published yet', () => {
  const draft = { title: 'T', summary: '', domain: 'credit-risk' as const, chapters: [] };
  expect(blockersOf(draft)).toEqual(['summary', 'required']);
});
