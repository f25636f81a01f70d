/** Floor percent of the required units that are satisfied: 100 only when all are. */
export const percentOf = (done: number, required: number): number => (required === 0 ? 0 : Math.floor((100 * done) / required));

interface Step { required: boolean; mode: 'all' | 'any'; satisfied: readonly boolean[] }

/** Whether a step is done: all of its items, or any one of them. */
export const isDone = ({ mode, satisfied }: Step): boolean => (mode === 'any' ? satisfied.some(Boolean) : satisfied.every(Boolean));

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

/** Required units and those satisfied: a step of which one item is enough is one unit, another as many as it has items. */
export function unitsOf(steps: readonly Step[]): { required: number; done: number } {
  const counted = steps.filter((step) => step.required);
  return {
    required: counted.reduce((sum, { mode, satisfied }) => sum + (mode === 'any' ? 1 : satisfied.length), 0),
    done: counted.reduce((sum, step) => sum + (step.mode === 'any' ? Number(isDone(step)) : step.satisfied.filter(Boolean).length), 0),
  };
}
