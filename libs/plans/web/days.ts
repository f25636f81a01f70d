import type { DueRule } from '@zhixing/plans/contract';

const DAY = 86_400_000;
const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Today in Beijing as `2026-03-05`. */
export const today = (): string => BEIJING.format(new Date());

/** `day` and so many days more. */
export const addDays = (day: string, days: number): string => written(at(day) + days * DAY);

/** Calendar days from `from` to `day`; negative when it is past. */
export const daysUntil = (day: string, from: string = today()): number => Math.round((at(day) - at(from)) / DAY);

/** A day of a month that has it; 31 in June is its last. */
function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1, Math.min(day, last)));
}

/** `day` and so many months more, at the latest the last of that month: 31 January + 1 month = the last of February, as PostgreSQL adds intervals. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const whole = year * 12 + (month - 1) + months;
  return dayOf(Math.floor(whole / 12), (whole % 12) + 1, date);
}

/** The day somebody who comes to match (or is hired) on `from` must be done by; null where the rule does not start from a person. */
export const dueAfter = (rule: DueRule, from: string): string | null =>
  (rule.kind === 'after' ? (rule.unit === 'day' ? addDays(from, rule.amount) : addMonths(from, rule.amount)) : null);

/** The next two days a yearly rule falls due, each with the day its cycle opens. */
export function yearlyDues({ month, day, opensDaysBefore }: Extract<DueRule, { kind: 'yearly' }>, from: string = today()): { opensOn: string; dueOn: string }[] {
  const year = Number(from.slice(0, 4));
  return [year, year + 1, year + 2].map((one) => dayOf(one, month, day)).filter((dueOn) => dueOn >= from).slice(0, 2).map((dueOn) => ({ dueOn, opensOn: addDays(dueOn, -opensDaysBefore) }));
}
