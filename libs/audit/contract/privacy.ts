import { Instant, LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** The privacy notice in force. A change of its text that people must hear of is a new version: everybody is asked to read it again. */
export const PRIVACY_NOTICE = { version: 1, since: '2026-11-25' } as const;

/** `GET /me/privacy`: the notice in force, and when I said that I have read it. */
export const PrivacyState = z.object({ version: z.int(), since: LocalDate, acknowledgedAt: Instant.nullable() });
export type PrivacyState = z.infer<typeof PrivacyState>;

/** `POST /me/privacy/acknowledgements`: I have read this version. */
export const Acknowledge = z.strictObject({ version: z.int().min(1) });
export type Acknowledge = z.infer<typeof Acknowledge>;

/** `GET /retention`: per kind of data how long it is kept and why; `lastRun` = when the daily purge last looked and how much it deleted then, `purged` = in all. Null where nothing is deleted by it. */
export const RetentionTable = z.object({
  items: z.array(z.object({
    name: z.string(),
    title: z.string(),
    period: z.string(),
    why: z.string(),
    lastRun: z.object({ at: Instant, rows: z.int() }).nullable(),
    purged: z.int(),
  })),
});
export type RetentionTable = z.infer<typeof RetentionTable>;
