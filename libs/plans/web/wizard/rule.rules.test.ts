import { EMPTY, groupOf, isComplete, negate, negationOf, ruleOf } from './rule.ts';

const joined = { kind: 'people.joined', value: { withinDays: 30 } };

test('a rule is read as a group and written back', () => {
  expect(ruleOf(groupOf({ any: [joined] }))).toEqual({ any: [joined] });
  expect(groupOf(joined)).toEqual({ join: 'all', rules: [joined] });
  expect(ruleOf(groupOf({ not: joined }))).toEqual({ all: [{ not: joined }] });
});

test('NOT is taken off and put on', () => {
  expect(negationOf({ not: joined })).toEqual({ negated: true, inner: joined });
  expect(negate(joined, true)).toEqual({ not: joined });
  expect(negate(joined, false)).toBe(joined);
});

test('a rule is complete when each condition has its value, at any depth', () => {
  expect(isComplete({ all: [] })).toBe(true);
  expect(isComplete({ all: [joined, { not: { any: [joined] } }] })).toBe(true);
  expect(isComplete({ all: [joined, { not: { kind: 'people.department', value: EMPTY['people.department'] } }] })).toBe(false);
  expect(isComplete({ kind: 'skills.gap', value: { anything: true } })).toBe(true);
});
