import { z } from 'zod';

/** One condition on a person: what kind, and the value that kind asks for. Which kinds there are is what the rooms fill into `Room.audience`. */
export const AudienceCondition = z.strictObject({ kind: z.string().regex(/^[a-z]+\.[a-z_]{1,40}$/), value: z.unknown() });
export type AudienceCondition = z.infer<typeof AudienceCondition>;

/** A condition, or several joined by AND (`all`), OR (`any`) or NOT (`not`). `{ all: [] }` is everybody who works here, `{ any: [] }` nobody. */
export type AudienceRule = AudienceCondition | { all: AudienceRule[] } | { any: AudienceRule[] } | { not: AudienceRule };

/** Rules of one more level: what a person composes stays readable, and its schema finite. */
const nested = (inner: z.ZodType<AudienceRule>): z.ZodType<AudienceRule> =>
  z.union([AudienceCondition, z.strictObject({ all: z.array(inner).max(20) }), z.strictObject({ any: z.array(inner).max(20) }), z.strictObject({ not: inner })]);

/** Up to three levels of AND / OR / NOT over conditions, at most 20 in each group. */
export const AudienceRule = nested(nested(nested(AudienceCondition)));
