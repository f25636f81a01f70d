import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterQuiet, dayOf, isNews, nextTry, slotsOf, TRIES } from './delivery.rules.ts';

const beijing = (local: string) => new Date(`${local}+08:00`);
const house = { from: '22:00', until: '08:00' };

test('mail of the night waits for the morning; that of the day does not wait', () => {
  expect(afterQuiet(beijing('2026-03-05T22:00:00'), house)).toEqual(beijing('2026-03-06T08:00:00'));
  expect(afterQuiet(beijing('2026-03-06T03:12:45'), house)).toEqual(beijing('2026-03-06T08:00:00'));
  for (const local of ['2026-03-06T08:00:00', '2026-03-05T21:59:59', '2026-03-05T12:00:00']) expect(afterQuiet(beijing(local), house)).toEqual(beijing(local));
  expect(afterQuiet(beijing('2026-03-05T12:30:00'), { from: '12:00', until: '13:30' })).toEqual(beijing('2026-03-05T13:30:00'));
});

const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

/** Whether a time of day lies in the hours, said the slow way. */
function quietAt(at: Date, { from, until }: typeof house): boolean {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return from <= until ? from <= local && local < until : from <= local || local < until;
}

test('what comes out is never quiet, never earlier, less than a day later, and unchanged when it was not quiet', () => {
  fc.assert(fc.property(instant, time, time, (at, from, until) => {
    const out = afterQuiet(at, { from, until });
    expect(quietAt(out, { from, until })).toBe(false);
    expect(out.getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(out.getTime() - at.getTime()).toBeLessThan(86_400_000);
    if (!quietAt(at, { from, until })) expect(out).toEqual(at);
    expect(afterQuiet(out, { from, until })).toEqual(out);
  }));
});

test('pauses grow to two hours and end after ten tries', () => {
  const now = new Date('2026-03-05T00:00:00Z');
  const pauses = Array.from({ length: TRIES - 1 }, (_, at) => (nextTry(at + 1, now)!.getTime() - now.getTime()) / 60_000);
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120]);
  expect(nextTry(TRIES, now)).toBeNull();
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), instant, (failures, at) => {
    const next = nextTry(failures, at);
    expect(next === null).toBe(failures >= TRIES);
    if (next) expect(next.getTime()).toBeGreaterThan(at.getTime());
  }));
});

test('days and minutes are those of Beijing', () => {
  expect(dayOf(new Date('2026-03-05T16:00:00Z'))).toBe('2026-03-06');
  expect(slotsOf(new Date('2026-03-05T15:59:59Z'))).toEqual({ day: '2026-03-05', minute: '2026-03-05T23:59' });
  fc.assert(fc.property(instant, (at) => expect(slotsOf(at).minute.startsWith(dayOf(at))).toBe(true)));
});

test('what is older than a week is no news', () => {
  const now = new Date('2026-03-12T00:00:00Z');
  expect([isNews(new Date('2026-03-05T00:00:01Z'), now), isNews(new Date('2026-03-05T00:00:00Z'), now)]).toEqual([true, false]);
});
