import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, listOf, LocalDate, Localized, PageQuery, pageOf } from '@zhixing/platform/contract';
import { SkillId, SkillLevel } from '@zhixing/skills/contract';
import { z } from 'zod';

/** `own` = granted for a course of the bank; `external` = by another body, whose document L&D checks. */
export const CertificationKind = z.enum(['own', 'external']);
export type CertificationKind = z.infer<typeof CertificationKind>;

/** A skill that a certification is evidence of, and at which level: as long as it holds, of whoever is certified from then on. */
export const CertificationSkill = z.strictObject({ skill: SkillId, level: SkillLevel });
export type CertificationSkill = z.infer<typeof CertificationSkill>;

/** How many days ahead pages count what expires. */
export const EXPIRING_DAYS = 60;

/** Of the newest cycle, derived from its dates: `renewable` = its window is open, `expiring` = its last 30 days, `expired` after them. What holds for good is `valid`. */
export const CycleState = z.enum(['valid', 'renewable', 'expiring', 'expired']);
export type CycleState = z.infer<typeof CycleState>;

/** `POST /certifications`, and `PUT /certifications/:id` with If-Match. `months` null = for good; in the last `windowDays` a renewal loses nothing. Positions are those that must hold it from today on. */
export const SaveCertification = z
  .strictObject({
    title: z.string().trim().min(2).max(80),
    description: z.string().trim().max(1000).default(''),
    kind: CertificationKind,
    issuer: z.string().trim().min(2).max(80),
    courseId: Id.nullable().default(null),
    months: z.int().min(1).max(120).nullable().default(null),
    windowDays: z.int().min(0).max(366).default(60),
    positionIds: z.array(Id).max(200).default([]),
    skills: z.array(CertificationSkill).max(8).default([]).refine((skills) => new Set(skills.map((one) => one.skill)).size === skills.length, '每项技能只能写一次（each skill once）'),
  })
  .refine(({ kind, courseId }) => (kind === 'own') === (courseId !== null), { path: ['courseId'] });
export type SaveCertification = z.infer<typeof SaveCertification>;

const Course = z.object({ id: Id, title: z.string() }).nullable();
const Reference = z.object({ id: Id, title: z.string() });

/** A certification with how its holders stand within the reader's scope. */
export const CertificationRow = z.object({
  id: Id, title: z.string(), kind: CertificationKind, issuer: z.string(), course: Course, months: z.int().nullable(), windowDays: z.int(), retired: z.boolean(), positions: z.int(),
  holders: z.object({ valid: z.int(), renewable: z.int(), expiring: z.int(), expired: z.int() }),
});
export type CertificationRow = z.infer<typeof CertificationRow>;

/** `GET /certifications`: all of them, active ones first. `waiting` = documents to check in the reader's scope. */
export const CertificationList = z.object({ items: z.array(CertificationRow), waiting: z.int(), can: z.object({ edit: z.boolean() }) });
export type CertificationList = z.infer<typeof CertificationList>;

/** `GET /certifications/:id`. */
export const CertificationView = CertificationRow.extend({
  description: z.string(),
  requiredOf: z.array(z.object({ id: Id, name: z.string(), since: LocalDate })),
  skills: z.array(CertificationSkill.extend({ name: Localized })),
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});
export type CertificationView = z.infer<typeof CertificationView>;

/** From when to when. `gapDays` = days without before it; `imported` = brought in with past results. */
export const Cycle = z.object({
  id: Id, number: z.int(), validFrom: LocalDate, validUntil: LocalDate.nullable(), windowOpensOn: LocalDate.nullable(), gapDays: z.int(), reference: z.string().nullable(), imported: z.boolean(),
  revoked: z.object({ on: LocalDate, reason: z.string() }).nullable(),
});
export type Cycle = z.infer<typeof Cycle>;

/** `GET /certifications/:id/holders`: the newest cycle of each person in the reader's scope, by staff number. */
export const HoldersQuery = PageQuery.extend({ state: listOf(CycleState), q: z.string().trim().min(1).max(60).optional() });
export type HoldersQuery = z.infer<typeof HoldersQuery>;
export const Holder = z.object({ cycleId: Id, person: PersonCard, state: CycleState, number: z.int(), validFrom: LocalDate, validUntil: LocalDate.nullable(), gapDays: z.int(), reference: z.string().nullable() });
export type Holder = z.infer<typeof Holder>;
export const HolderList = pageOf(Holder);
export type HolderList = z.infer<typeof HolderList>;

/** `POST /certification-cycles/:id/revocation`: the cycle no longer holds. */
export const RevokeCycle = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type RevokeCycle = z.infer<typeof RevokeCycle>;

export const ExternalCertificateState = z.enum(['waiting', 'accepted', 'returned', 'withdrawn']);
export type ExternalCertificateState = z.infer<typeof ExternalCertificateState>;

/** `POST /external-certificates`: a certificate of another body with its document, one's own file. */
export const SubmitExternalCertificate = z
  .strictObject({ certificationId: Id, number: z.string().trim().min(2).max(60), issuedOn: LocalDate, validUntil: LocalDate.nullable().default(null), fileId: Id })
  .refine(({ issuedOn, validUntil }) => validUntil === null || validUntil >= issuedOn, { path: ['validUntil'] });
export type SubmitExternalCertificate = z.infer<typeof SubmitExternalCertificate>;

const Submitted = { id: Id, number: z.string(), issuedOn: LocalDate, validUntil: LocalDate.nullable(), fileName: z.string(), state: ExternalCertificateState, submittedAt: Instant, note: z.string().nullable() };

/** `GET /external-certificates`: those that wait in the reader's scope, the oldest first; never one's own. */
export const ExternalCertificate = z.object({ ...Submitted, person: PersonCard, certification: Reference, holds: z.object({ validUntil: LocalDate.nullable(), reference: z.string().nullable() }).nullable() });
export type ExternalCertificate = z.infer<typeof ExternalCertificate>;
export const ExternalCertificateList = pageOf(ExternalCertificate);
export type ExternalCertificateList = z.infer<typeof ExternalCertificateList>;

/** `POST /external-certificates/:id/decision`: returning needs a reason. */
export const DecideExternalCertificate = z
  .strictObject({ decision: z.enum(['accepted', 'returned']), note: z.string().trim().max(500).default('') })
  .refine(({ decision, note }) => decision === 'accepted' || note.length >= 2, { path: ['note'] });
export type DecideExternalCertificate = z.infer<typeof DecideExternalCertificate>;

/** `POST /early-renewals/:id/decision`. */
export const DecideEarlyRenewal = z.strictObject({ decision: z.enum(['accepted', 'declined']) });
export type DecideEarlyRenewal = z.infer<typeof DecideEarlyRenewal>;

/**
 * A certification as it concerns oneself: held, required by one's position, or handed in. `early` = its course was completed before the window: accepting gives `validUntil`, `lost` days fewer than a renewal in the window.
 */
export const MyCertification = z.object({
  certification: z.object({ id: Id, title: z.string(), kind: CertificationKind, issuer: z.string(), months: z.int().nullable(), course: Course }),
  required: z.boolean(),
  state: CycleState.nullable(),
  cycles: z.array(Cycle),
  early: z.object({ id: Id, completedOn: LocalDate, validUntil: LocalDate, lost: z.int() }).nullable(),
  submitted: z.object(Submitted).nullable(),
});
export type MyCertification = z.infer<typeof MyCertification>;

/** `GET /certifications/mine`; `external` = what one may hand in a document for. */
export const MyCertifications = z.object({ items: z.array(MyCertification), external: z.array(Reference) });
export type MyCertifications = z.infer<typeof MyCertifications>;

/** Why somebody works without: never certified, expired, or taken away. */
export const GapKind = z.enum(['missing', 'expired', 'revoked']);
export type GapKind = z.infer<typeof GapKind>;

/** `GET /certification-report`: who must hold what by their position on the day `on` (today when absent), as it was known at its end, within the reader's scope. */
export const ReportQuery = z.strictObject({ on: LocalDate.optional() });
export type ReportQuery = z.infer<typeof ReportQuery>;
export const CertificationReport = z.object({
  on: LocalDate,
  required: z.int(),
  held: z.int(),
  certifications: z.array(z.object({ id: Id, title: z.string(), required: z.int(), held: z.int(), missing: z.int(), expired: z.int(), revoked: z.int() })),
  departments: z.array(z.object({ id: Id, name: z.string(), required: z.int(), held: z.int() })),
});
export type CertificationReport = z.infer<typeof CertificationReport>;

/** `GET /certification-report/people`: those who work without, by staff number. `since` = first day without, null = always. */
export const GapsQuery = PageQuery.extend({ on: LocalDate.optional(), certificationId: Id.optional(), departmentId: Id.optional() });
export type GapsQuery = z.infer<typeof GapsQuery>;
export const Gap = z.object({ person: PersonCard, certification: Reference, position: z.string(), kind: GapKind, since: LocalDate.nullable(), waiting: z.boolean() });
export type Gap = z.infer<typeof Gap>;
export const GapList = pageOf(Gap);
export type GapList = z.infer<typeof GapList>;

/** Parameters of the exports `certification-gaps` and `certification-holders`. */
export const CertificationGapsExport = z.strictObject({ on: LocalDate.optional(), certificationId: Id.optional(), departmentId: Id.optional() });
export type CertificationGapsExport = z.infer<typeof CertificationGapsExport>;
export const CertificationHoldersExport = z.strictObject({ certificationId: Id });
export type CertificationHoldersExport = z.infer<typeof CertificationHoldersExport>;

