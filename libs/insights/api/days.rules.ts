const OFFSET = 8 * 3_600_000;

/** The date of a moment in Asia/Shanghai. */
export const dayOf = (at: Date): string => new Date(at.getTime() + OFFSET).toISOString().slice(0, 10);

/** The last millisecond of a day in Asia/Shanghai. */
export const endOf = (day: string): Date => new Date(Date.parse(`${day}T23:59:59.999Z`) - OFFSET);

/** The first moment of the month of a day in Asia/Shanghai. */
export const monthOf = (day: string): Date => new Date(Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`) - OFFSET);

/** The same day of the month before, or the last that month has: 31 March -> 28 or 29 February, as PostgreSQL takes off an interval. */
export function monthBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(date, last))).toISOString().slice(0, 10);
}
