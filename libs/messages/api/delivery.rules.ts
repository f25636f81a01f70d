/** Tries before a mail is a dead letter. */
export const TRIES = 10;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Beijing is eight hours ahead the whole year. */
const BEIJING = 8 * 60 * MINUTE;
/** The longest pause between two tries. */
const LONGEST = 120 * MINUTE;
/** Mail about something older is no news; the application still shows it. */
const NEWS = 7 * DAY;

/** Times of day between which a person gets no mail, in Beijing. */
export interface Quiet {
  from: string;
  until: string;
}

export const HOUSE_QUIET: Quiet = { from: '22:00', until: '08:00' };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The first moment not before `at` that is not quiet. The same time twice = never quiet. */
export function afterQuiet(at: Date, { from, until }: Quiet): Date {
  const [begin, end] = [minutesOf(from) * MINUTE, minutesOf(until) * MINUTE];
  const local = at.getTime() + BEIJING;
  const ofDay = ((local % DAY) + DAY) % DAY;
  const sinceBegin = (ofDay - begin + DAY) % DAY;
  const length = (end - begin + DAY) % DAY;
  return sinceBegin < length ? new Date(at.getTime() + length - sinceBegin) : at;
}

/** When to try again after that many failures: 1, 2, 4, 8 … minutes, at most two hours; null = no more. Ten tries take about six hours. */
export function nextTry(failures: number, now: Date): Date | null {
  return failures >= TRIES ? null : new Date(now.getTime() + Math.min(MINUTE * 2 ** (failures - 1), LONGEST));
}

/** Whether something that happened `at` is still worth a mail. */
export const isNews = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < NEWS;

/** The day in Beijing, as `2026-03-05`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + BEIJING).toISOString().slice(0, 10);

/** What a quota is counted by: the day and the minute of it in Beijing. */
export function slotsOf(at: Date): { day: string; minute: string } {
  const local = new Date(at.getTime() + BEIJING).toISOString();
  return { day: local.slice(0, 10), minute: local.slice(0, 16) };
}
