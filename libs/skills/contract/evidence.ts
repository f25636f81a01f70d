import { PersonCard } from '@zhixing/people/contract';
import { Id, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Skill, SkillId, SkillLevel } from './framework.ts';
import { RoleProfile } from './profiles.ts';

/** Where evidence comes from. */
export const EvidenceKind = z.enum([
  'course', 'certification', 'external_certificate', 'competition', 'session_taught', 'session_attended', 'exercise', 'ai_use', 'programme', 'review', 'self_assessment',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** One piece of evidence. `on` = the day it is of; it counts until the day before `expiresOn`, or until it is withdrawn because what it came from was taken away. What is not `verified` never raises a level. */
export const Evidence = z.object({
  id: Id,
  skillId: SkillId,
  level: SkillLevel,
  kind: EvidenceKind,
  title: z.string(),
  link: z.string().nullable(),
  on: LocalDate,
  expiresOn: LocalDate,
  verified: z.boolean(),
  expired: z.boolean(),
  withdrawnOn: LocalDate.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Route parameters of a person's skills; `me` = oneself. */
export const PersonParams = z.strictObject({ id: z.union([Id, z.literal('me')]) });
export type PersonParams = z.infer<typeof PersonParams>;

/** `GET /people/:id/evidence`: everything, newest first. */
export const EvidenceQuery = PageQuery;
export type EvidenceQuery = z.infer<typeof EvidenceQuery>;

export const EvidenceList = pageOf(Evidence);
export type EvidenceList = z.infer<typeof EvidenceList>;

/**
 * A person's state at a skill. `level` 0 = no evidence that counts today; `since` = first day of the unbroken time at this level;
 * `claimed` = the newest self-assessment, `pending` while reviewers decide on it; `why` = up to three pieces that carry the level; `gap` = weight x max(0, target - level).
 */
export const PersonSkill = z.object({
  skill: Skill,
  level: z.int(),
  since: LocalDate.nullable(),
  expiresOn: LocalDate.nullable(),
  why: z.array(Evidence),
  claimed: z.object({ level: SkillLevel, on: LocalDate, pending: z.boolean() }).nullable(),
  target: z.object({ level: SkillLevel, weight: z.int() }).nullable(),
  gap: z.int(),
});
export type PersonSkill = z.infer<typeof PersonSkill>;

/** `GET /people/:id/skills`: every skill of the framework in its order; `gap` = the sum of the gaps to the target profile. */
export const PersonSkills = z.object({
  person: PersonCard,
  target: RoleProfile.nullable(),
  gap: z.int(),
  skills: z.array(PersonSkill),
});
export type PersonSkills = z.infer<typeof PersonSkills>;

/** `POST /evidence`: a self-assessment. `note` = what it rests on. */
export const AssessSkill = z.strictObject({ skillId: SkillId, level: SkillLevel, note: z.string().trim().max(200).default('') });
export type AssessSkill = z.infer<typeof AssessSkill>;
