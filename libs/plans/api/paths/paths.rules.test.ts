import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDone, percentOf, progressOf, statesOf } from './paths.rules.ts';

const item = fc.record({ satisfied: fc.boolean(), minutes: fc.integer({ min: 0, max: 300 }) });
const step = fc.record({ required: fc.boolean(), mode: fc.constantFrom('all' as const, 'any' as const), items: fc.array(item, { minLength: 1, maxLength: 6 }) });
const of = (satisfied: boolean, minutes = 0) => ({ satisfied, minutes });

test('the percent is floored, and 100 only when every required step is done; then no minutes are left', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
    const { required, done, percent, minutesLeft } = progressOf(steps);
    const all = required > 0 && steps.filter((one) => one.required).every(isDone);
    expect(percent).toBe(required === 0 ? 0 : Math.floor((100 * done) / required));
    expect(percent === 100).toBe(all);
    if (all) expect(minutesLeft).toBe(0);
  }));
  expect([percentOf(199, 200), percentOf(200, 200), percentOf(0, 0)]).toEqual([99, 100, 0]);
});

test('satisfying one item more never lowers the percent, nor adds minutes to a step of which all are needed', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (steps, which, place) => {
    const chosen = steps[which % steps.length]!;
    const gained = steps.map((one) => (one === chosen ? { ...one, items: one.items.map((other, at) => (at === place % one.items.length ? { ...other, satisfied: true } : other)) } : one));
    expect(progressOf(gained).percent).toBeGreaterThanOrEqual(progressOf(steps).percent);
    if (chosen.mode === 'all') expect(progressOf(gained).minutesLeft).toBeLessThanOrEqual(progressOf(steps).minutesLeft);
  }));
});

test('of an OR step one item is enough and it counts once; an AND step counts each item', () => {
  expect(progressOf([{ required: true, mode: 'any', items: [of(true), of(true), of(false)] }, { required: true, mode: 'all', items: [of(true), of(false, 20)] }, { required: false, mode: 'all', items: [of(false, 90)] }]))
    .toEqual({ required: 3, done: 2, percent: 66, minutesLeft: 20 });
});

test('what is left of an OR step is its shortest course, not the skill beside it that has no length', () => {
  expect(progressOf([{ required: true, mode: 'any', items: [of(false, 40), of(false, 0), of(false, 30)] }]).minutesLeft).toBe(30);
  expect(progressOf([{ required: true, mode: 'any', items: [of(false, 0)] }]).minutesLeft).toBe(0);
});

test('in an ordered path what stands behind an open required step is locked, unless it is done; optional steps lock nothing', () => {
  const open = { required: true, mode: 'all' as const, items: [of(false)] };
  const done = { ...open, items: [of(true)] };
  expect(statesOf([done, { ...open, required: false }, open, open, done], true)).toEqual(['done', 'open', 'open', 'locked', 'done']);
  expect(statesOf([open, open], false)).toEqual(['open', 'open']);
});
