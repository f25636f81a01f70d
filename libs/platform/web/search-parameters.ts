import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import { readParameters, writeParameters } from './parameters.ts';

/**
 * Filters, sort and tabs that live in the address, typed by a zod schema (all fields optional or with a default).
 * `change({ level: [1] })` replaces the current history entry; `change(x, { push: true })` makes one that "back" returns from.
 */
export function useSearchParameters<S extends z.ZodType>(schema: S) {
  const [address, setAddress] = useSearchParams();
  const values = useMemo(() => readParameters(schema, address), [schema, address]);
  const change = useCallback(
    (changes: Partial<z.infer<S>>, { push = false } = {}) => setAddress((now) => writeParameters(now, changes as object), { replace: !push, preventScrollReset: true }),
    [setAddress],
  );
  return [values, change] as const;
}
