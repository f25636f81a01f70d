import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What earns points: a course passed, all its required quizzes passed at the first try, a certificate. */
export const PointsRuleCode = z.enum(['course_passed', 'first_try', 'certificate']);
export type PointsRuleCode = z.infer<typeof PointsRuleCode>;

/** What a rule gives from a moment on; what was earned before stays as it was. */
export const PointsRule = z.object({ code: PointsRuleCode, points: z.int(), validFrom: Instant });
export type PointsRule = z.infer<typeof PointsRule>;
export const PointsRules = z.object({ items: z.array(PointsRule) });
export type PointsRules = z.infer<typeof PointsRules>;

export const RuleCode = z.strictObject({ code: PointsRuleCode });
export type RuleCode = z.infer<typeof RuleCode>;
/** `PUT /points/rules/:code` */
export const SetPointsRule = z.strictObject({ points: z.int().min(0).max(1000) });
export type SetPointsRule = z.infer<typeof SetPointsRule>;

/** One line of one's ledger; `title` = the course. */
export const PointsEntry = z.object({ id: Id, at: Instant, rule: PointsRuleCode, points: z.int(), title: z.string() });
export type PointsEntry = z.infer<typeof PointsEntry>;

/** `GET /points`: one's ledger, newest first, with its sums; `listed` = whether one stands on the board by name. */
export const MyPoints = pageOf(PointsEntry).extend({ total: z.int(), thisMonth: z.int(), listed: z.boolean(), rules: z.array(PointsRule) });
export type MyPoints = z.infer<typeof MyPoints>;
export const PointsQuery = PageQuery;
export type PointsQuery = z.infer<typeof PointsQuery>;

/** `2026-03` */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** `GET /points/board`: a month of one's department; this month when absent. */
export const BoardQuery = z.strictObject({ month: Month.optional() });
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Those of the department who earned points in the month and let themselves be listed; equal points share a rank. `months` = the last twelve. */
export const Board = z.object({
  month: Month,
  months: z.array(Month),
  department: z.string(),
  items: z.array(z.object({ rank: z.int(), points: z.int(), person: PersonCard, me: z.boolean() })),
});
export type Board = z.infer<typeof Board>;

/** `PUT /points/board/listing`: whether one stands on the board by name. */
export const BoardListing = z.strictObject({ listed: z.boolean() });
export type BoardListing = z.infer<typeof BoardListing>;
