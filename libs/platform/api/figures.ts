import type { Statement } from './database.ts';

/** Figures that are kept ready for reading, held against the raw rows they are of. */
export interface FigureCheck {
  // what is compared, in English: only commands and tests say it
  title: string;
  // without parameters; rows of `what` and the `id` of a row that differ, none when all is as it should be
  disagreements: Statement;
}
