import { expect, test } from '@jest/globals';
import type { DueRule } from '@zhixing/plans/contract';
import fc from 'fast-check';
import { openCycle, yearlyDue } from './cycles.rules.ts';

const yearly = (month: number, day: number, opensDaysBefore: number): DueRule => ({ kind: 'yearly', month, day, opensDaysBefore });

test('29 February falls due on the last of February in other years, 31 December on itself', () => {
  expect([2023, 2024, 2025].map((year) => yearlyDue(year, 2, 29))).toEqual(['2023-02-28', '2024-02-29', '2025-02-28']);
  expect(yearlyDue(2026, 12, 31)).toBe('2026-12-31');
  expect(yearlyDue(2026, 4, 31)).toBe('2026-04-30');
});

test('an assignment that does not recur has one cycle from its first day on', () => {
  expect(openCycle({ kind: 'fixed', on: '2026-06-30' }, '2026-03-01', '2026-02-28')).toBeNull();
  expect(openCycle({ kind: 'fixed', on: '2026-06-30' }, '2026-03-01', '2026-09-01')).toEqual({ cycle: '', opensOn: '2026-03-01', dueOn: '2026-06-30' });
  expect(openCycle({ kind: 'after', amount: 30, unit: 'day', from: 'match' }, '2026-03-01', '2026-03-01')).toEqual({ cycle: '', opensOn: '2026-03-01', dueOn: null });
});

test('a yearly cycle is open from so many days before to the day it falls due', () => {
  const due = yearly(12, 31, 60);
  expect(openCycle(due, '2026-01-01', '2026-10-31')).toBeNull();
  expect(openCycle(due, '2026-01-01', '2026-11-01')).toEqual({ cycle: '2026', opensOn: '2026-11-01', dueOn: '2026-12-31' });
  expect(openCycle(due, '2026-01-01', '2026-12-31')).toMatchObject({ cycle: '2026' });
  expect(openCycle(due, '2026-01-01', '2027-01-01')).toBeNull();
  expect(openCycle(yearly(1, 15, 60), '2026-01-01', '2026-12-20')).toEqual({ cycle: '2027', opensOn: '2026-11-16', dueOn: '2027-01-15' });
  expect(openCycle(due, '2026-12-15', '2026-12-15')).toMatchObject({ opensOn: '2026-12-15' }); // begun late
});

test('property: an open cycle holds today, and nothing is open twice a year', () => {
  const date = fc.integer({ min: 0, max: 4000 }).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(fc.property(date, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 364 }), (today, month, day, before) => {
    const cycle = openCycle(yearly(month, day, before), '2024-01-01', today);
    if (cycle) return cycle.opensOn <= today && today <= cycle.dueOn! && cycle.dueOn!.startsWith(cycle.cycle) && cycle.dueOn === yearlyDue(Number(cycle.cycle), month, day);
    const next = yearlyDue(Number(today.slice(0, 4)), month, day);
    return next < today || Date.parse(next) - Date.parse(today) > before * 86_400_000 - 1;
  }));
});
