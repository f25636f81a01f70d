import { Id, Instant, LocalDate, Localized, PageQuery, pageOf } from '@zhixing/platform/contract';
import { SkillId, SkillLevel } from '@zhixing/skills/contract';
import { z } from 'zod';

/** What a step asks for; a kind joins when what it names exists. */
export const PathItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), courseId: Id }),
  z.strictObject({ kind: z.literal('skill'), skillId: SkillId, level: SkillLevel }),
]);
export type PathItem = z.infer<typeof PathItem>;

/** A step: all of its items, or any one of them. Its key stays through the versions. */
export const PathStep = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(80),
  required: z.boolean(),
  mode: z.enum(['all', 'any']),
  items: z.array(PathItem).min(1).max(20),
});
export type PathStep = z.infer<typeof PathStep>;

/** What is drafted, and published as one version. `profileId` = the role the path leads to; `ordered` = a step opens when the required ones before it are done; `audience` = departments that see it, none = everybody. */
export const PathDraft = z.strictObject({
  title: z.string().trim().min(2).max(80),
  description: z.string().trim().max(500),
  profileId: SkillId.nullable(),
  ordered: z.boolean(),
  audience: z.array(Id).max(50),
  steps: z.array(PathStep).max(40),
});
export type PathDraft = z.infer<typeof PathDraft>;

export const PathState = z.enum(['draft', 'published', 'retired']);
export type PathState = z.infer<typeof PathState>;

/** How far a person is: floor percent of the required units, 100 only when all are satisfied; minutes left by the shortest way: of a step of which one item is enough, its shortest course. */
export const PathProgress = z.object({ percent: z.int(), required: z.int(), done: z.int(), minutesLeft: z.int() });
export type PathProgress = z.infer<typeof PathProgress>;

const card = {
  id: Id,
  title: z.string(),
  description: z.string(),
  profile: z.object({ id: SkillId, name: Localized }).nullable(),
  steps: z.int(),
  minutes: z.int(),
  people: z.int(),
  ...PathProgress.shape,
  enrolledAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  /** What one owes of it last: progress and completion are those of this turn. `cycle` = the year of a yearly one, else empty; `completedBefore` = when it was completed for an earlier turn. */
  owed: z.object({ obligationId: Id, cycle: z.string(), dueOn: LocalDate }).nullable(),
  completedBefore: Instant.nullable(),
};
export const PathCard = z.object(card);
export type PathCard = z.infer<typeof PathCard>;

/** `GET /paths`: those one sees: own first, then role maps, then others. `mine` = only those one follows. */
export const PathsQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional(), profile: SkillId.optional(), mine: z.stringbool().optional() });
export type PathsQuery = z.infer<typeof PathsQuery>;
export const PathList = pageOf(PathCard);
export type PathList = z.infer<typeof PathList>;

/** An item as one stands to it; a course that is not open to one has no title. */
export const PathItemView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('course'), satisfied: z.boolean(), course: z.object({ id: Id, title: z.string(), minutes: z.int(), registrationId: Id.nullable() }).nullable() }),
  z.object({ kind: z.literal('skill'), satisfied: z.boolean(), skill: z.object({ id: SkillId, name: Localized }), level: SkillLevel, current: z.int() }),
]);
export type PathItemView = z.infer<typeof PathItemView>;

export const PathStepView = z.object({ key: z.string(), title: z.string(), required: z.boolean(), mode: z.enum(['all', 'any']), state: z.enum(['done', 'open', 'locked']), items: z.array(PathItemView) });
export type PathStepView = z.infer<typeof PathStepView>;

/** `GET /paths/:id`: `next` = the key of the first step to go on with. */
export const PathView = z.object({ ...card, ordered: z.boolean(), version: z.int(), stepViews: z.array(PathStepView), next: z.string().nullable() });
export type PathView = z.infer<typeof PathView>;

/** `GET /paths/aim`, for home: the path one is on; `aimed` = it leads to the role one aims at. */
export const PathAim = z.object({ path: PathView.nullable(), aimed: z.boolean() });
export type PathAim = z.infer<typeof PathAim>;

/** `GET /paths/administered`, those changed last first. */
export const AdministeredPath = z.object({ id: Id, title: z.string(), profile: z.object({ id: SkillId, name: Localized }).nullable(), state: PathState, version: z.int(), changed: z.boolean(), people: z.int(), completed: z.int(), updatedAt: Instant, can: z.object({ edit: z.boolean() }) });
export type AdministeredPath = z.infer<typeof AdministeredPath>;
export const AdministeredPaths = pageOf(AdministeredPath);
export type AdministeredPaths = z.infer<typeof AdministeredPaths>;
export const AdministeredPathsQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional(), state: PathState.optional() });
export type AdministeredPathsQuery = z.infer<typeof AdministeredPathsQuery>;

/** `GET /paths/:id/draft`: what is being edited, with the words for what it names. */
export const PathDraftView = z.object({
  id: Id, state: PathState, version: z.int(), revision: z.int(), changed: z.boolean(), draft: PathDraft,
  courses: z.array(z.object({ id: Id, title: z.string(), minutes: z.int(), published: z.boolean() })),
  skills: z.array(z.object({ id: SkillId, name: Localized })),
  /** People on the path, and those who completed it, which they keep. */
  impact: z.object({ people: z.int(), completed: z.int() }),
  can: z.object({ edit: z.boolean() }),
});
export type PathDraftView = z.infer<typeof PathDraftView>;

/** `PATCH /paths/:id` with If-Match. */
export const EditPath = PathDraft.partial();
export type EditPath = z.infer<typeof EditPath>;
