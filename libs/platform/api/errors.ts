import type { Issue } from '@zhixing/platform/contract';

/** Values that fill the sentence of an error: `{minutes}`. */
export type ErrorValues = Record<string, string | number>;

/**
 * The one failure our code throws. `code` is one of platform's general codes or of a room's own;
 * status and sentence come from the catalogue, in the language of the person who asked.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly values: ErrorValues = {},
    readonly issues?: Issue[],
  ) {
    super(`${code} ${JSON.stringify(values)}`);
  }
}
