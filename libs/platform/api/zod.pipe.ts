import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInput } from './problem.filter.ts';

/** Validates what arrives by the zod schema of the contract; keeps the offending value on each issue, so that the sentence can name its type. */
@Injectable()
export class ZodPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new InvalidInput(issues) });
  }

  protected override validate<T>(value: unknown, schema: unknown) {
    const parsed = (schema as z.ZodType<T>).safeParse(value, { reportInput: true });
    return parsed.success ? { value: parsed.data } : { issues: parsed.error.issues };
  }
}
