import { Id, Instant, LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Answers from which on the share of right ones says something, and the share below which a question is looked at. */
export const QUESTION_ANSWERS = 5;
export const HARD_QUESTION = 0.3;

/** An active assignment in its newest cycle, over the people of the reader's scope: assigned (not cancelled) -> started -> done; late = overdue now or completed late. */
export const WorkbenchCampaign = z.object({ id: Id, title: z.string(), cycle: z.string(), dueOn: LocalDate.nullable(), assigned: z.int(), started: z.int(), done: z.int(), late: z.int() });
export type WorkbenchCampaign = z.infer<typeof WorkbenchCampaign>;

/** A question that fewer than 30 % answered right at their first try, in the version of today. */
export const HardQuestion = z.object({ courseId: Id, course: z.string(), lesson: z.string(), stem: z.string(), answers: z.int(), percent: z.int() });
export type HardQuestion = z.infer<typeof HardQuestion>;

/**
 * `GET /insights/workbench`: what L&D has to do today. `campaigns` are those due next, at most eight of `activeCampaigns`; `waiting` counts what asks for the reader's decision;
 * `questions` are the hardest, at most five of `hardQuestions`; `failedMails` of the last seven days; `hrSync` = the newest change by a file of the HR system.
 */
export const Workbench = z.object({
  campaigns: z.array(WorkbenchCampaign).max(8),
  activeCampaigns: z.int(),
  waiting: z.object({ exceptions: z.int(), approvals: z.int(), runs: z.int() }),
  questions: z.array(HardQuestion).max(5),
  hardQuestions: z.int(),
  failedMails: z.int(),
  hrSync: z.object({ id: Id, at: Instant, state: z.string(), added: z.int(), left: z.int(), changed: z.int(), errors: z.int() }).nullable(),
});
export type Workbench = z.infer<typeof Workbench>;
