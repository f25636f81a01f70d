import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** `formal` = a course with an examination; `other` = all other learning. */
export const HoursKind = z.enum(['formal', 'other']);
export type HoursKind = z.infer<typeof HoursKind>;

export const Year = z.coerce.number().int().min(2020).max(2100);

/** Hours everybody is to learn in a year, and how many of them formally. Holds until a later year has a rule of its own; `since` = the year it was set for. */
export const HoursRule = z.object({ since: z.int(), hours: z.int(), formal: z.int() });
export type HoursRule = z.infer<typeof HoursRule>;

/** `PUT /hours/rules/:year` */
export const SetHoursRule = z.strictObject({ hours: z.int().min(0).max(1000), formal: z.int().min(0).max(1000) }).refine(({ hours, formal }) => formal <= hours, { path: ['formal'] });
export type SetHoursRule = z.infer<typeof SetHoursRule>;
export const RuleYear = z.strictObject({ year: Year });
export type RuleYear = z.infer<typeof RuleYear>;

/** `GET /hours/rules`: every rule that was set, newest year first, and the year it is. */
export const HoursRules = z.object({ items: z.array(HoursRule), year: z.int() });
export type HoursRules = z.infer<typeof HoursRules>;

/** One line of the ledger, in minutes; never changed. A correction is a line of its own, `by` whoever made it, and may be below zero. */
export const HoursEntry = z.object({
  id: Id,
  on: LocalDate,
  kind: HoursKind,
  minutes: z.int(),
  source: z.enum(['completion', 'class', 'import', 'correction']),
  title: z.string(),
  by: PersonCard.nullable(),
});
export type HoursEntry = z.infer<typeof HoursEntry>;

/** `GET /hours` and `GET /hours/people/:id`: a year of somebody's ledger with its sums; `years` = those that have entries, and this one. */
export const HoursQuery = PageQuery.extend({ year: Year.optional() });
export type HoursQuery = z.infer<typeof HoursQuery>;

export const HoursSums = z.object({ formal: z.int(), other: z.int() });
export type HoursSums = z.infer<typeof HoursSums>;

export const HoursYear = pageOf(HoursEntry).extend({ year: z.int(), years: z.array(z.int()), minutes: HoursSums, rule: HoursRule });
export type HoursYear = z.infer<typeof HoursYear>;

/** `POST /hours/people/:id/corrections`: minutes to add, or to take away when below zero, in the year of `on`. */
export const CorrectHours = z.strictObject({ kind: HoursKind, minutes: z.int().min(-60_000).max(60_000).refine((minutes) => minutes !== 0), on: LocalDate, reason: z.string().trim().min(1).max(500) });
export type CorrectHours = z.infer<typeof CorrectHours>;

/** The export `hours`: a year of everybody in the scope. */
export const HoursExport = z.strictObject({ year: Year });
export type HoursExport = z.infer<typeof HoursExport>;

/** What a correction stored. */
export const Corrected = z.object({ id: Id, at: Instant, minutes: HoursSums });
export type Corrected = z.infer<typeof Corrected>;
