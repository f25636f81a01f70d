import type { Comparison, PlanFigures } from '@zhixing/plans/contract';

type Row = Comparison['rows'][number];

/** Planned and actual of one month, department or kind. */
export interface Compared {
  key: string;
  planned: PlanFigures;
  actual: PlanFigures;
}

const NOTHING: PlanFigures = { people: 0, minutes: 0, cost: 0 };
const plus = (one: PlanFigures, other: PlanFigures): PlanFigures => ({ people: one.people + other.people, minutes: one.minutes + other.minutes, cost: one.cost + other.cost });

/** The sums of rows by `keyOf`, in the order of `keys`, which are there without rows too; further keys follow as they come. */
export function sumBy(rows: readonly Row[], keyOf: (row: Row) => string, keys: readonly string[] = []): Compared[] {
  const sums = new Map<string, Compared>(keys.map((key) => [key, { key, planned: NOTHING, actual: NOTHING }]));
  for (const row of rows) {
    const key = keyOf(row);
    const { planned, actual } = sums.get(key) ?? { planned: NOTHING, actual: NOTHING };
    sums.set(key, { key, planned: plus(planned, row.planned), actual: plus(actual, row.actual) });
  }
  return [...sums.values()];
}

/** The sum of all. */
export const totalOf = (all: readonly Compared[]): Compared => all.reduce((sum, one) => ({ key: 'total', planned: plus(sum.planned, one.planned), actual: plus(sum.actual, one.actual) }), { key: 'total', planned: NOTHING, actual: NOTHING });
