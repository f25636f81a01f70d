import { type ErrorCatalogue, fill, type Issue, type Language, platformErrors } from '@zhixing/platform/contract';

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

/** The sentence of an error outside of a request: a command, a job. `catalogues` are those of the rooms. */
export function sentenceOf(catalogues: ErrorCatalogue[], { code, values }: AppError, language: Language): string {
  const definition = [platformErrors as ErrorCatalogue, ...catalogues].find((catalogue) => code in catalogue)?.[code] ?? platformErrors.internal;
  return fill(language === 'en' ? definition.en : definition.zh, values);
}
