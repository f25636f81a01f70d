import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';

/**
 * What a new version means to those who know an earlier one: `editorial` wording only, `minor` nothing that matters is missed, `material` what was learned is no longer enough.
 * A completion stands whatever the class.
 */
export const ChangeClass = z.enum(['editorial', 'minor', 'material']);
export type ChangeClass = z.infer<typeof ChangeClass>;

/** `POST /courses/:id/versions/:number/publish`: what the author says of the change; `change` is asked for from the second version on. */
export const PublishVersion = z
  .strictObject({
    change: ChangeClass.optional(),
    /** What is different, in a sentence for learners. */
    note: z.string().trim().max(300).default(''),
    /** Whether those who take an earlier version may bring their lessons along, by key. */
    carryOver: z.boolean().default(false),
    /** What those who completed an earlier version are asked to learn; of a material change only. */
    deltaCourseId: Id.nullable().default(null),
  })
  .prefault({});
export type PublishVersion = z.infer<typeof PublishVersion>;

const CourseReference = z.object({ id: Id, title: z.string() });

/** A version in the history of a course; `learning` = open registrations on it, `finished` = completion records. */
export const CourseVersionRow = z.object({
  version: z.int(),
  publishedAt: Instant,
  change: ChangeClass.nullable(),
  note: z.string(),
  carryOver: z.boolean(),
  delta: CourseReference.nullable(),
  learning: z.int(),
  finished: z.int(),
});
export type CourseVersionRow = z.infer<typeof CourseVersionRow>;

/** `GET /courses/:id/versions`, newest first. */
export const CourseVersions = z.object({ items: z.array(CourseVersionRow) });
export type CourseVersions = z.infer<typeof CourseVersions>;

/**
 * `GET /registrations/:id/newer-version`: what versions after one's own say, newest first (none at the current one), and what one may do.
 * `delta` for who has completed: the course that closes the difference. `carryOver` for who is learning: lessons that go along as finished, and whether an attempt must be submitted first.
 */
export const NewerVersion = z.object({
  version: z.int(),
  latestVersion: z.int(),
  changes: z.array(z.object({ version: z.int(), change: ChangeClass.nullable(), note: z.string(), publishedAt: Instant })),
  delta: CourseReference.extend({ finished: z.boolean() }).nullable(),
  carryOver: z.object({ lessons: z.int(), attemptOpen: z.boolean() }).nullable(),
});
export type NewerVersion = z.infer<typeof NewerVersion>;

/** Somebody who is learning an earlier version and has done all that the current one requires. */
export const Gain = z.object({ registrationId: Id, person: PersonCard, version: z.int(), percent: z.int() });
export type Gain = z.infer<typeof Gain>;

/** `GET /courses/:id/gains`: who would complete the course by the rule of its current version; `count` of all. Nothing is written. */
export const Gains = pageOf(Gain).extend({ version: z.int(), count: z.int() });
export type Gains = z.infer<typeof Gains>;

/** `POST /courses/:id/gains`: the count that was looked at; refused when it is another by now. */
export const GrantGains = z.strictObject({ count: z.int().min(1) });
export type GrantGains = z.infer<typeof GrantGains>;

export const GrantedGains = z.object({ version: z.int(), granted: z.int() });
export type GrantedGains = z.infer<typeof GrantedGains>;
