/** Stages of reminding before and after a due date. */
export type Stage = 't-14' | 't-7' | 't-1' | 't+1' | 't+7' | 't+14';

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/**
 * The stage reached on a day: 14 and 7 days before, from the last working day before on, and 1, 7 and 14 days after. Earlier stages that were missed are not made up for.
 * REACHED in reminders.queries.ts says the same in SQL.
 */
export function stageOn(today: string, dueOn: string, lastWorkingDay: string): Stage | null {
  const left = number(dueOn) - number(today);
  if (left < 0) return left <= -14 ? 't+14' : left <= -7 ? 't+7' : 't+1';
  if (today >= lastWorkingDay) return 't-1';
  return left <= 7 ? 't-7' : left <= 14 ? 't-14' : null;
}
