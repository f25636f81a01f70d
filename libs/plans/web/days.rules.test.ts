import { addDays, addMonths, daysUntil, dueAfter, yearlyDues } from './days.ts';

test('months end on a day they have', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
  expect(addMonths('2025-11-15', 14)).toBe('2027-01-15');
});

test('days are counted over month and year ends', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysUntil('2026-01-01', '2025-12-31')).toBe(1);
  expect(daysUntil('2025-12-30', '2025-12-31')).toBe(-1);
});

test('a rule that starts from a person', () => {
  expect(dueAfter({ kind: 'after', amount: 30, unit: 'day', from: 'match' }, '2026-01-31')).toBe('2026-03-02');
  expect(dueAfter({ kind: 'after', amount: 1, unit: 'month', from: 'hire' }, '2026-01-31')).toBe('2026-02-28');
  expect(dueAfter({ kind: 'fixed', on: '2026-01-01' }, '2026-01-31')).toBeNull();
});

test('a yearly rule falls due this year if the day is still to come, on a day February has', () => {
  expect(yearlyDues({ kind: 'yearly', month: 12, day: 15, opensDaysBefore: 45 }, '2026-11-25')).toEqual([{ dueOn: '2026-12-15', opensOn: '2026-10-31' }, { dueOn: '2027-12-15', opensOn: '2027-10-31' }]);
  expect(yearlyDues({ kind: 'yearly', month: 2, day: 29, opensDaysBefore: 1 }, '2026-03-01').map(({ dueOn }) => dueOn)).toEqual(['2027-02-28', '2028-02-29']);
});
