import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, listOf, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Certificate, CertificateState, RevocationGrounds } from './certificates.ts';

/** The words of a decision; an auditor reads them. */
export const Reason = z.string().trim().min(1).max(1000);

/** What narrows the list: `q` = number, or staff number or full name of the holder; `course` one course; `review` only those under review. */
export const CertificateFilter = z.strictObject({
  q: z.string().trim().max(100).optional(),
  course: Id.optional(),
  state: listOf(CertificateState),
  review: z.enum(['open']).optional(),
});
export type CertificateFilter = z.infer<typeof CertificateFilter>;

/** `GET /certificates/administered`: newest first. */
export const AdministeredQuery = z.strictObject({ ...PageQuery.shape, ...CertificateFilter.shape });
export type AdministeredQuery = z.infer<typeof AdministeredQuery>;

/** `person` is null for somebody who has no place in the bank today. */
export const AdministeredCertificate = Certificate.extend({ person: PersonCard.nullable(), underReview: z.boolean() });
export type AdministeredCertificate = z.infer<typeof AdministeredCertificate>;

/** `total` counts to 1,001 and no further. */
export const AdministeredList = pageOf(AdministeredCertificate).extend({ total: z.int() });
export type AdministeredList = z.infer<typeof AdministeredList>;

/** What certificates can be filtered by: the titles they were issued for. */
export const CertifiedCourses = z.object({ items: z.array(z.object({ id: Id, title: z.string() })) });
export type CertifiedCourses = z.infer<typeof CertifiedCourses>;

/** One decision, or a case that waits for one. `by` is null for somebody who has left. */
export const Decision = z.object({ at: Instant, by: PersonCard.nullable(), reason: z.string() });
export type Decision = z.infer<typeof Decision>;

/** A doubt about a certificate and what came of it. Until it is decided the certificate stands. */
export const Review = z.object({ id: Id, opened: Decision, outcome: z.enum(['keep', 'revoke']).nullable(), decided: Decision.nullable() });
export type Review = z.infer<typeof Review>;

/** `GET /certificates/administered/:id`: the certificate with all that was decided about it. */
export const CertificateCase = AdministeredCertificate.extend({
  revocation: Decision.extend({ grounds: RevocationGrounds }).nullable(),
  /** The one it was issued in place of, and the one issued in place of it. */
  replaces: z.object({ id: Id, number: z.string(), reason: z.string(), by: PersonCard.nullable() }).nullable(),
  replacedBy: z.object({ id: Id, number: z.string() }).nullable(),
  reviews: z.array(Review),
});
export type CertificateCase = z.infer<typeof CertificateCase>;

/** `POST /certificates/:id/revoke`: final; a new certificate may be issued by another decision. */
export const RevokeCertificate = z.strictObject({ grounds: RevocationGrounds, reason: Reason });
export type RevokeCertificate = z.infer<typeof RevokeCertificate>;

/** `POST /certificates/:id/reissue` and `POST /certificates/:id/reviews`. */
export const BecauseOf = z.strictObject({ reason: Reason });
export type BecauseOf = z.infer<typeof BecauseOf>;

/** `POST /certificate-reviews/:id/decide`; a revocation names its grounds. */
export const DecideReview = z.strictObject({ outcome: z.enum(['keep', 'revoke']), grounds: RevocationGrounds.optional(), reason: Reason })
  .refine(({ outcome, grounds }) => (outcome === 'revoke') === (grounds !== undefined), { path: ['grounds'] });
export type DecideReview = z.infer<typeof DecideReview>;
