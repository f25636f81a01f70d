/** A day of the calendar that is not what its weekday says. */
export interface CalendarDay {
  day: string;
  kind: 'holiday' | 'workday';
  name: string;
}

/** First and last day off, and the weekend days worked to make up for them. */
type Season = [name: string, first: string, last: string, madeUp: string[]];

/** Source: General Office of the State Council, notice on holidays in 2026 (国办发明电〔2025〕7号). */
const SEASONS: Season[] = [
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明节', '2026-04-04', '2026-04-06', []],
  ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午节', '2026-06-19', '2026-06-21', []],
  ['中秋节', '2026-09-25', '2026-09-27', []],
  ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

/** Every day from the first to the last, both included. */
function* days(first: string, last: string): Generator<string> {
  for (let day = new Date(first); day <= new Date(last); day = new Date(day.getTime() + 86_400_000)) yield day.toISOString().slice(0, 10);
}

/** The official holidays of 2026 with their make-up workdays. */
export const HOLIDAYS_2026: CalendarDay[] = SEASONS.flatMap(([name, first, last, madeUp]) => [
  ...[...days(first, last)].map((day): CalendarDay => ({ day, kind: 'holiday', name })),
  ...madeUp.map((day): CalendarDay => ({ day, kind: 'workday', name: `${name}调休` })),
]);
