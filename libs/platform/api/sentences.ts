import { type ErrorCatalogue, fill, type Language, platformErrors } from '@zhixing/platform/contract';
import type { ErrorValues } from './errors.ts';

/** The sentences of all rooms' failures. */
export class Sentences {
  private readonly catalogue: ErrorCatalogue;

  constructor(catalogues: ErrorCatalogue[]) {
    this.catalogue = Object.assign({}, platformErrors, ...catalogues);
  }

  /** What a failure says to a person; an unknown code is an internal failure. */
  of(code: string, values: ErrorValues, language: Language): string {
    const definition = this.catalogue[code] ?? platformErrors.internal;
    return fill(language === 'en' ? definition.en : definition.zh, values);
  }
}
