/** Measured seconds as whole minutes, rounded as in one's own record. */
export const minutesOf = (seconds: number): number => Math.round(seconds / 60);

/** Seconds per period -> minutes per period that add up to the minutes of all of them: what rounding takes from one period counts for the next. */
export function minutesByPeriod(seconds: readonly number[]): number[] {
  let all = 0;
  return seconds.map((one) => {
    const before = minutesOf(all);
    all += one;
    return minutesOf(all) - before;
  });
}
