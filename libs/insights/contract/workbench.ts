import { Id, Instant, LocalDate, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Answers from which on the share of right ones says something, and the share below which a question is looked at. */
export const QUESTION_ANSWERS = 5;
export const HARD_QUESTION = 0.3;
/** How many of each the workbench shows; the rest is a link away. */
export const WORKBENCH_CAMPAIGNS = 8;
export const HARD_QUESTIONS_SHOWN = 5;

/** An active assignment in its newest cycle, over the people of the reader's scope: assigned (not cancelled) -> started -> done; late = overdue now or completed late. */
export const WorkbenchCampaign = z.object({ id: Id, title: z.string(), cycle: z.string(), dueOn: LocalDate.nullable(), assigned: z.int(), started: z.int(), done: z.int(), late: z.int() });
export type WorkbenchCampaign = z.infer<typeof WorkbenchCampaign>;

/**
 * `GET /insights/workbench`: what L&D has to do today. `campaigns` are the newest of `activeCampaigns`; `waiting` is what asks for the reader's decision, `runs` = reconciliations whose number of people
 * somebody must confirm; `failedMails` were given up; `hrSync` = the newest file of the HR system.
 */
export const Workbench = z.object({
  campaigns: z.array(WorkbenchCampaign).max(WORKBENCH_CAMPAIGNS),
  activeCampaigns: z.int(),
  waiting: z.object({ exceptions: z.int(), approvals: z.int(), runs: z.array(z.object({ assignmentId: Id, title: z.string(), affected: z.int() })) }),
  failedMails: z.int(),
  hrSync: z.object({ id: Id, at: Instant, state: z.string(), added: z.int(), left: z.int(), changed: z.int(), errors: z.int() }).nullable(),
});
export type Workbench = z.infer<typeof Workbench>;

/** A question that fewer than 30 % answered right at their first try, in the version of today; `percent` is rounded down. */
export const HardQuestion = z.object({ courseId: Id, course: z.string(), lesson: z.string(), stem: z.string(), answers: z.int(), percent: z.int() });
export type HardQuestion = z.infer<typeof HardQuestion>;

/** `GET /insights/workbench/questions`: the hardest of `total`. */
export const HardQuestions = z.object({ items: z.array(HardQuestion).max(HARD_QUESTIONS_SHOWN), total: z.int() });
export type HardQuestions = z.infer<typeof HardQuestions>;

/** How many days ahead a review of content is listed. */
export const REVIEW_AHEAD_DAYS = 30;

/** A published course whose content is to be reviewed: `days` until then, below zero = past due. `learners` = people with an open registration. */
export const ContentReview = z.object({ courseId: Id, title: z.string(), owner: z.object({ displayName: z.string() }).nullable(), months: z.int(), reviewedOn: LocalDate, dueOn: LocalDate, days: z.int(), learners: z.int() });
export type ContentReview = z.infer<typeof ContentReview>;

/** `GET /insights/workbench/reviews`: courses of the reader's scope whose review is due or will be within 30 days, the longest overdue first. */
export const ContentReviews = pageOf(ContentReview);
export type ContentReviews = z.infer<typeof ContentReviews>;
