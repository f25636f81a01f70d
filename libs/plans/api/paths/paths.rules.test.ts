import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDone, percentOf, statesOf, unitsOf } from './paths.rules.ts';

const step = fc.record({ required: fc.boolean(), mode: fc.constantFrom('all' as const, 'any' as const), satisfied: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }) });

test('the percent is floored, and 100 only when every required unit is satisfied', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
    const { required, done } = unitsOf(steps);
    const percent = percentOf(done, required);
    expect(percent).toBeLessThanOrEqual((100 * done) / Math.max(required, 1));
    expect(percent === 100).toBe(required > 0 && steps.filter((one) => one.required).every(isDone));
  }));
  expect([percentOf(199, 200), percentOf(200, 200), percentOf(0, 0)]).toEqual([99, 100, 0]);
});

test('of an OR step one item is enough and it counts once; an AND step counts each item', () => {
  expect(unitsOf([{ required: true, mode: 'any', satisfied: [true, true, false] }, { required: true, mode: 'all', satisfied: [true, false] }, { required: false, mode: 'all', satisfied: [false] }])).toEqual({ required: 3, done: 2 });
});

test('in an ordered path what stands behind an open required step is locked, unless it is done; optional steps lock nothing', () => {
  const open = { required: true, mode: 'all' as const, satisfied: [false] };
  const done = { ...open, satisfied: [true] };
  expect(statesOf([done, { ...open, required: false }, open, open, done], true)).toEqual(['done', 'open', 'open', 'locked', 'done']);
  expect(statesOf([open, open], false)).toEqual(['open', 'open']);
});
