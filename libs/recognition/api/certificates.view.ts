import type { Certificate, CertificateKind, CertificateState, RevocationGrounds, Verification } from '@zhixing/recognition/contract';
import { masked } from './certificates.rules.ts';

export interface CertificateRow {
  id: string;
  number: string;
  kind: CertificateKind;
  subject_id: string;
  source_id: string;
  issue: number;
  person_id: string;
  holder: string;
  withheld: boolean;
  issuer: string;
  title: string;
  version: number | null;
  score: number | null;
  department: string;
  earned_at: Date;
  earned_on: string;
  issued_at: Date;
  /** The same to the microsecond. */
  issued_key: string;
  valid_until: string | null;
  state: CertificateState;
  revoked_on: string | null;
  grounds: RevocationGrounds | null;
  replaces: string | null;
  reissued_by: string | null;
  reissue_reason: string | null;
  revoked_at: Date | null;
  revoked_by: string | null;
  revocation_reason: string | null;
}

const revoked = ({ revoked_on: on, grounds }: CertificateRow): Certificate['revoked'] => (on && grounds ? { on, grounds } : null);

/** @param publicUrl where visitors reach the product */
export const certificate = (row: CertificateRow, publicUrl: string): Certificate => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  title: row.title,
  version: row.version,
  holder: row.holder,
  issuer: row.issuer,
  department: row.department,
  score: row.score,
  earnedOn: row.earned_on,
  issuedAt: row.issued_at.toISOString(),
  validUntil: row.valid_until,
  state: row.state,
  revoked: revoked(row),
  verifyAt: `${publicUrl}/verify/${row.number}`,
});

/** The little a visitor is told. */
export const verification = (row: CertificateRow): Verification => ({
  number: row.number,
  kind: row.kind,
  title: row.title,
  holder: row.withheld ? null : masked(row.holder),
  issuer: row.issuer,
  earnedOn: row.earned_on,
  validUntil: row.valid_until,
  state: row.state,
  revoked: revoked(row),
});
