import type { DueRule } from '@zhixing/plans/contract';

/** A turn of an assignment; days as `2026-02-28`. */
export interface Cycle {
  cycle: string;
  opensOn: string;
  dueOn: string | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');

const dayBefore = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
};

/** The day of a month that falls due in a year; a day the month does not have is its last (29 February = 28 February). */
export function yearlyDue(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${pad(month)}-${pad(Math.min(day, last))}`;
}

/**
 * The cycle of an assignment that is open on a day, or null before it opens or between two years' turns.
 * One that does not recur has one, `''`, open from `startsOn` on; of a yearly one that opened in time, the one that falls due next.
 */
export function openCycle(due: DueRule, startsOn: string, today: string): Cycle | null {
  if (due.kind !== 'yearly') return today < startsOn ? null : { cycle: '', opensOn: startsOn, dueOn: due.kind === 'fixed' ? due.on : null };
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const dueOn = yearlyDue(candidate, due.month, due.day);
    const opensOn = [dayBefore(dueOn, due.opensDaysBefore), startsOn].sort().at(-1)!;
    if (dueOn >= today && opensOn <= dueOn) return opensOn <= today ? { cycle: String(candidate), opensOn, dueOn } : null;
  }
  return null;
}
