import { type CardRow, personCard } from '@zhixing/people/api';
import type { CertificationKind, CertificationRow, Cycle, CycleState, ExternalCertificate, ExternalCertificateState, Gap, GapKind, Holder, MyCertification } from '@zhixing/plans/contract';

export interface CertificationSqlRow {
  id: string;
  title: string;
  description: string;
  kind: CertificationKind;
  issuer: string;
  course_id: string | null;
  course: string | null;
  months: number | null;
  window_days: number;
  state: 'active' | 'retired';
  revision: number;
  positions: number;
  holders: CertificationRow['holders'];
}

const course = ({ course_id, course }: { course_id: string | null; course: string | null }): CertificationRow['course'] => course_id === null ? null : { id: course_id, title: course ?? '' };

export const certificationRow = (row: CertificationSqlRow): CertificationRow => ({
  id: row.id, title: row.title, kind: row.kind, issuer: row.issuer, course: course(row), months: row.months, windowDays: row.window_days, retired: row.state === 'retired', positions: row.positions, holders: row.holders,
});

export type HolderSqlRow = CardRow & { cycle_id: string; state: CycleState; number: number; valid_from: string; valid_until: string | null; gap_days: number; reference: string | null };

export const holder = (row: HolderSqlRow): Holder => ({
  cycleId: row.cycle_id, person: personCard(row), state: row.state, number: row.number, validFrom: row.valid_from, validUntil: row.valid_until, gapDays: row.gap_days, reference: row.reference,
});

type Submitted = NonNullable<MyCertification['submitted']>;

export interface MySqlRow {
  id: string;
  title: string;
  kind: CertificationKind;
  issuer: string;
  months: number | null;
  course_id: string | null;
  course: string | null;
  required: boolean;
  state: CycleState | null;
  cycles: Cycle[];
  early: MyCertification['early'];
  submitted: Submitted | null;
}

export const mine = ({ id, title, kind, issuer, months, required, state, cycles, early, submitted, ...row }: MySqlRow): MyCertification => ({
  certification: { id, title, kind, issuer, months, course: course(row) }, required, state, cycles, early,
  // PostgreSQL writes JSON times with a numeric zone
  submitted: submitted && { ...submitted, submittedAt: new Date(submitted.submittedAt).toISOString() },
});

export type CheckSqlRow = CardRow & Omit<Submitted, 'submittedAt'> & {
  submittedAt: Date; sort_key: string; certification_id: string; title: string; cycle_id: string | null; held_until: string | null; held_reference: string | null; state: ExternalCertificateState;
};

export const toCheck = (row: CheckSqlRow): ExternalCertificate => ({
  id: row.id, number: row.number, issuedOn: row.issuedOn, validUntil: row.validUntil, fileName: row.fileName, state: row.state, submittedAt: row.submittedAt.toISOString(), note: row.note, person: personCard(row),
  certification: { id: row.certification_id, title: row.title }, holds: row.cycle_id === null ? null : { validUntil: row.held_until, reference: row.held_reference },
});

export type GapSqlRow = CardRow & { certification_id: string; title: string; kind: GapKind; since: string | null; waiting: boolean };

export const gap = (row: GapSqlRow): Gap => ({ person: personCard(row), certification: { id: row.certification_id, title: row.title }, position: row.position, kind: row.kind, since: row.since, waiting: row.waiting });
