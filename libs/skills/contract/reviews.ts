import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, Localized, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Skill, SkillLevel } from './framework.ts';

/** From this level on two reviewers must agree that it is reached; the lower of their levels is granted. */
export const TWO_REVIEWERS_FROM = 4;

/** A claim that waits for my word. `level` = today's, `anchor` = that of the level claimed, `votes` = reviewers who have given theirs. */
export const SkillReview = z.object({
  id: Id,
  person: PersonCard,
  skill: Skill,
  level: z.int(),
  claimed: SkillLevel,
  anchor: Localized,
  note: z.string(),
  openedAt: Instant,
  votes: z.int(),
});
export type SkillReview = z.infer<typeof SkillReview>;

/** `GET /skill-reviews`: the claims of people one leads or administers, the oldest first. */
export const SkillReviewQuery = PageQuery;
export type SkillReviewQuery = z.infer<typeof SkillReviewQuery>;

export const SkillReviewList = pageOf(SkillReview);
export type SkillReviewList = z.infer<typeof SkillReviewList>;

/** `POST /skill-reviews/:id/decision`: the claim as it is, another `level`, or back to the person with what is missing. */
export const DecideSkillReview = z
  .strictObject({ verdict: z.enum(['accept', 'level', 'return']), level: SkillLevel.optional(), reason: z.string().trim().min(1).max(300) })
  .refine(({ verdict, level }) => (verdict === 'level') === (level !== undefined), { path: ['level'], message: '只有认定为其他等级时填写（only with another level）' });
export type DecideSkillReview = z.infer<typeof DecideSkillReview>;

/** `open` = a second reviewer is needed. */
export const DecidedSkillReview = z.object({ id: Id, state: z.enum(['open', 'granted', 'returned']), level: z.int().nullable() });
export type DecidedSkillReview = z.infer<typeof DecidedSkillReview>;
