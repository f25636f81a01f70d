import type { z } from 'zod';

/** Reads an address by `schema`; what is not valid there counts as absent, so that an old link still opens. */
export function readParameters<S extends z.ZodType>(schema: S, address: URLSearchParams): z.infer<S> {
  const raw: Record<string, string> = Object.fromEntries(address);
  const first = schema.safeParse(raw);
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) delete raw[key];
    else delete raw[String(issue.path[0])];
  }
  return schema.parse(raw);
}

/** The address with `changes` written into it; undefined, empty text and empty lists take a parameter away. */
export function writeParameters(address: URLSearchParams, changes: object): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [key, value] of Object.entries(changes)) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (written) next.set(key, written);
    else next.delete(key);
  }
  return next;
}
