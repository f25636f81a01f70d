import { type ErrorCatalogue, type ErrorDefinition, fill, type Language, platformErrors } from '@zhixing/platform/contract';
import type { ErrorValues } from './errors.ts';

/** The sentences of all rooms' failures. */
export class Sentences {
  private readonly catalogue: ErrorCatalogue;

  constructor(catalogues: ErrorCatalogue[]) {
    this.catalogue = Object.assign({}, platformErrors, ...catalogues);
  }

  /** An unknown code is an internal failure. */
  definition(code: string): ErrorDefinition {
    return this.catalogue[code] ?? platformErrors.internal;
  }

  /** What a failure says to a person. */
  of(code: string, values: ErrorValues, language: Language): string {
    const definition = this.definition(code);
    return fill(language === 'en' ? definition.en : definition.zh, values);
  }
}
