import { PersonCard } from '@zhixing/people/contract';
import { Instant, Localized } from '@zhixing/platform/contract';
import { z } from 'zod';

/** The three axes of the framework. */
export const SkillAxis = z.enum(['finance', 'technology', 'delivery']);
export type SkillAxis = z.infer<typeof SkillAxis>;

/** The stable name of a skill or a role profile: `rag`, `llm-architect`. */
export const SkillId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60);

/** 1 to 5; each has an anchor, which says what somebody of that level is seen to do. */
export const SkillLevel = z.int().min(1).max(5);

export const Skill = z.object({ id: SkillId, axis: SkillAxis, name: Localized, description: Localized });
export type Skill = z.infer<typeof Skill>;

/** A published state of the framework; `changed` = how many skills read otherwise than in the one before. */
export const FrameworkVersion = z.object({ number: z.int(), note: z.string(), publishedAt: Instant, publishedBy: PersonCard.nullable(), changed: z.int() });
export type FrameworkVersion = z.infer<typeof FrameworkVersion>;

/** `GET /skills?version=`, `GET /skills/:id?version=`: as a version told it; the newest when absent. */
export const FrameworkQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() });
export type FrameworkQuery = z.infer<typeof FrameworkQuery>;

/** The framework in its order, and its versions, newest first. */
export const Framework = z.object({ version: z.int(), items: z.array(Skill), versions: z.array(FrameworkVersion) });
export type Framework = z.infer<typeof Framework>;

/** What a version says about a skill. `halfLifeMonths` = how long evidence of it lasts; `anchors` of levels 1 to 5. */
export const SkillDefinition = Skill.extend({ halfLifeMonths: z.int(), anchors: z.array(Localized) });
export type SkillDefinition = z.infer<typeof SkillDefinition>;

/** A skill as one version defines it; `changedIn` = the versions that brought another wording, oldest first. */
export const SkillView = SkillDefinition.extend({ version: z.int(), changedIn: z.array(z.int()) });
export type SkillView = z.infer<typeof SkillView>;

const text = (limit: number) => z.string().trim().min(1).max(limit);
const both = (limit: number) => z.strictObject({ zh: text(limit), en: text(limit) });

/** What a person writes about a skill. */
export const SkillWording = z.strictObject({ name: both(40), description: both(300), halfLifeMonths: z.int().min(1).max(120), anchors: z.array(both(500)).length(5) });
export type SkillWording = z.infer<typeof SkillWording>;

/** `POST /skills`: a skill that version `version`, the next one, shall bring. Its id is for good. */
export const AddSkill = SkillWording.extend({ id: SkillId, axis: SkillAxis, version: z.int() });
export type AddSkill = z.infer<typeof AddSkill>;

/** `PUT /skills/:id/draft`: how version `version`, the next one, shall define it; `If-Match` carries the draft's revision, 0 for the first. */
export const EditSkill = SkillWording.extend({ version: z.int() });
export type EditSkill = z.infer<typeof EditSkill>;

export const SkillParams = z.strictObject({ id: SkillId });
export type SkillParams = z.infer<typeof SkillParams>;

/** The parts of a definition that can differ. */
export const SkillPart = z.enum(['name', 'description', 'halfLifeMonths', 'anchors']);
export type SkillPart = z.infer<typeof SkillPart>;

/** A skill whose definition will change; `differs` = in what, `levels` = the levels whose anchors change. `added` = the framework does not have it yet; then `skill` reads as drafted. */
export const SkillDraft = z.object({
  skill: SkillDefinition,
  draft: SkillDefinition.pick({ name: true, description: true, halfLifeMonths: true, anchors: true }),
  added: z.boolean(),
  revision: z.int(),
  differs: z.array(SkillPart),
  levels: z.array(z.int()),
  updatedAt: Instant,
  updatedBy: PersonCard.nullable(),
});
export type SkillDraft = z.infer<typeof SkillDraft>;

/** `GET /skills/draft`: what waits to be published as version `version`. */
export const FrameworkDraft = z.object({ version: z.int(), items: z.array(SkillDraft), can: z.object({ edit: z.boolean() }) });
export type FrameworkDraft = z.infer<typeof FrameworkDraft>;

/** `POST /skills/versions/:number/publish`: what the version brings, in a sentence. */
export const PublishFramework = z.strictObject({ note: text(200) });
export type PublishFramework = z.infer<typeof PublishFramework>;

export const FrameworkVersionParams = z.strictObject({ number: z.coerce.number().int().min(2).max(1_000_000) });
export type FrameworkVersionParams = z.infer<typeof FrameworkVersionParams>;

/** The answer of a publication; the same when the version is published already. */
export const PublishedFramework = z.object({ version: z.int(), publishedAt: Instant });
export type PublishedFramework = z.infer<typeof PublishedFramework>;
