import { DUE_SOON_DAYS, type ObligationStatus } from '@zhixing/plans/contract';

/** What the status of an obligation is derived from; days as `2026-02-28`, all in its zone. */
export interface Standing {
  state: 'open' | 'completed' | 'waived' | 'cancelled';
  mandatory: boolean;
  today: string;
  dueOn: string;
  completedOn: string | null;
  waivedUntil: string | null;
  started: boolean;
  /** First day of a leave that lasts today, if it began before the due date had passed. */
  pausedFrom: string | null;
}

/** Days since the epoch. */
const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** How an obligation stands. The view plans.obligation_now says the same in SQL; a property test holds both to it. */
export function statusOf({ state, mandatory, today, dueOn, completedOn, waivedUntil, started, pausedFrom }: Standing): ObligationStatus {
  if (state === 'completed') return completedOn! > dueOn ? 'completed_late' : 'completed';
  if (state === 'cancelled') return 'cancelled';
  if (state === 'waived' && waivedUntil! >= today) return 'waived';
  if (pausedFrom !== null) return 'paused';
  if (mandatory && dueOn < today) return 'overdue';
  if (mandatory && number(dueOn) - number(today) <= DUE_SOON_DAYS) return 'due_soon';
  return started ? 'in_progress' : 'not_started';
}

/** Days away from work, `until` exclusive, null = still away today. */
export interface Away {
  from: string;
  until: string | null;
}

/**
 * The due date `base` later by the days on leave since `clockFrom`: the day on which as many days not on leave have passed since then. An open leave counts up to today.
 * plans.paused_due says the same in SQL.
 */
export function pausedDue(clockFrom: string, base: string, leaves: readonly Away[], today: string): string {
  let left = number(base) - number(clockFrom);
  if (left <= 0) return base;
  for (let day = number(clockFrom) + 1; ; day++) {
    const away = leaves.some(({ from, until }) => number(from) <= day && day < (until === null ? number(today) + 1 : number(until)));
    if (!away && --left === 0) return new Date(day * 86_400_000).toISOString().slice(0, 10);
  }
}
