import { Id, Instant, Language, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What a certificate is for; courses, training classes and certifications grant them, the other kinds are those of rooms to come. */
export const CertificateKind = z.enum(['course', 'class', 'path', 'certification', 'competition']);
export type CertificateKind = z.infer<typeof CertificateKind>;

/** Derived when read: `expired` after `validUntil`, `revoked` by a decision, which outweighs it. */
export const CertificateState = z.enum(['valid', 'expired', 'revoked']);
export type CertificateState = z.infer<typeof CertificateState>;

/** Why a certificate was revoked, as far as everybody may know; the words of the decision stay inside. */
export const RevocationGrounds = z.enum(['issued_in_error', 'result_changed', 'misconduct', 'other']);
export type RevocationGrounds = z.infer<typeof RevocationGrounds>;

/** `ZX-2026-000123-7KQM`: year, place in that year without gaps, and a random tail, so that knowing one number does not give the next. */
export const CertificateNumber = z.string().trim().toUpperCase().regex(/^ZX-\d{4}-\d{6,9}-[2-9A-HJ-NP-Z]{4}$/);

/** A certificate as it was issued: name, title, result and department are those of that day. */
export const Certificate = z.object({
  id: Id,
  number: z.string(),
  kind: CertificateKind,
  title: z.string(),
  version: z.int().nullable(),
  holder: z.string(),
  issuer: z.string(),
  department: z.string(),
  score: z.int().nullable(),
  earnedOn: LocalDate,
  issuedAt: Instant,
  validUntil: LocalDate.nullable(),
  state: CertificateState,
  revoked: z.object({ on: LocalDate, grounds: RevocationGrounds }).nullable(),
  /** The page where everybody can check it; what the QR code holds. */
  verifyAt: z.url(),
});
export type Certificate = z.infer<typeof Certificate>;

/** `GET /certificates`: one's own, newest first. `course` = those of one course. */
export const CertificateQuery = PageQuery.extend({ course: Id.optional() });
export type CertificateQuery = z.infer<typeof CertificateQuery>;

export const CertificateList = pageOf(Certificate);
export type CertificateList = z.infer<typeof CertificateList>;

/** `POST /certificates`: the certificate of one's own completion; the same one however often it is asked for. */
export const RequestCertificate = z.strictObject({ completionId: Id });
export type RequestCertificate = z.infer<typeof RequestCertificate>;

/** `GET /certificates/completions/:id`: whether one's own completion earns a certificate; null = not issued yet. */
export const CompletionCertificate = z.object({ granted: z.boolean(), certificate: Certificate.nullable() });
export type CompletionCertificate = z.infer<typeof CompletionCertificate>;

/** `GET /certificates/:id/pdf`: in which language; that of the request when absent. */
export const PdfQuery = z.strictObject({ language: Language.optional() });
export type PdfQuery = z.infer<typeof PdfQuery>;

/** Route parameter of the public page: any text, so that a mistyped number is not found rather than malformed. */
export const VerifyParams = z.strictObject({ number: z.string().trim().min(1).max(60) });
export type VerifyParams = z.infer<typeof VerifyParams>;

/** All a visitor is told: enough to check a printed certificate, not enough to learn who holds it. `holder` = first and last character, null = withheld, because they left longer ago than they may be named. */
export const Verification = z.object({
  number: z.string(),
  kind: CertificateKind,
  title: z.string(),
  holder: z.string().nullable(),
  issuer: z.string(),
  earnedOn: LocalDate,
  validUntil: LocalDate.nullable(),
  state: CertificateState,
  revoked: z.object({ on: LocalDate, grounds: RevocationGrounds }).nullable(),
});
export type Verification = z.infer<typeof Verification>;
