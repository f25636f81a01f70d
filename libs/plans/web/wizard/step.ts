import type { Draft } from './draft.ts';

/** What every step gets: the fields, what is wrong with them, and whether the assignment is active already. */
export interface StepProps {
  draft: Draft;
  wrong: Record<string, string>;
  active: boolean;
  onChange: (changes: Partial<Draft>) => void;
}
