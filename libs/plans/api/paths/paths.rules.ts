/** Floor percent of the required units that are satisfied: 100 only when all are. */
export const percentOf = (done: number, required: number): number => (required === 0 ? 0 : Math.floor((100 * done) / required));

interface Item { satisfied: boolean; minutes: number }
interface Step { required: boolean; mode: 'all' | 'any'; items: readonly Item[] }

/** Whether a step is done: all of its items, or any one of them. */
export const isDone = ({ mode, items }: Step): boolean => (mode === 'any' ? items.some((one) => one.satisfied) : items.every((one) => one.satisfied));

/** Each step's state: in an ordered path a step is locked until every required one before it is done. */
export function statesOf(steps: readonly Step[], ordered: boolean): ('done' | 'open' | 'locked')[] {
  let reachable = true;
  return steps.map((step) => {
    const done = isDone(step);
    const state = done ? 'done' : ordered && !reachable ? 'locked' : 'open';
    if (step.required && !done) reachable = false;
    return state;
  });
}

/** Minutes that a step still takes: of one of which one item is enough, the shortest course, since proving a skill has no length; none when it has no course. */
function minutesLeftOf(step: Step): number {
  if (isDone(step)) return 0;
  const open = step.items.filter((one) => !one.satisfied).map((one) => one.minutes);
  if (step.mode === 'all') return open.reduce((sum, one) => sum + one, 0);
  return open.filter((one) => one > 0).reduce((shortest, one) => (shortest === 0 ? one : Math.min(shortest, one)), 0);
}

/** Required units, those satisfied, and the minutes left; `plans.path_progress` says the same in SQL. A step of which one item is enough is one unit, another as many as it has items. */
export function progressOf(steps: readonly Step[]): { required: number; done: number; percent: number; minutesLeft: number } {
  const counted = steps.filter((step) => step.required);
  const required = counted.reduce((sum, { mode, items }) => sum + (mode === 'any' ? 1 : items.length), 0);
  const done = counted.reduce((sum, step) => sum + (step.mode === 'any' ? Number(isDone(step)) : step.items.filter((one) => one.satisfied).length), 0);
  return { required, done, percent: percentOf(done, required), minutesLeft: counted.reduce((sum, step) => sum + minutesLeftOf(step), 0) };
}
