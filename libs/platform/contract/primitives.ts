import { z } from 'zod';

/** UUIDv7, made in Node. */
export const Id = z.uuid();

/** A moment: ISO 8601 in UTC, `2026-03-05T06:05:00.000Z`. */
export const Instant = z.iso.datetime();

/** A calendar day without a zone: `2026-03-05`. */
export const LocalDate = z.iso.date();

/** The two languages of the interface. */
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

/** How the interface looks; `system` follows the device. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** A sentence of ours in both languages. */
export const Localized = z.object({ zh: z.string(), en: z.string() });
export type Localized = z.infer<typeof Localized>;

/** Route parameters of one object. */
export const ById = z.strictObject({ id: Id });
export type ById = z.infer<typeof ById>;

/** An answer that says only that the write is stored. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;
