import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** The last place given to a certificate of a year. */
@Entity({ schema: 'recognition', name: 'certificate_counter' })
export class CertificateCounter {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'certificate_counter_pkey' }) year: number;
  @Column('int') last: number;
}

/** A certificate: what it says is never changed, only a revocation is written beside it, and the name is withheld of somebody who left long ago. `issue` 2 and up replace a revoked one. */
@Entity({ schema: 'recognition', name: 'certificate' })
@Check('certificate_kind', "kind in ('course', 'class', 'path', 'certification', 'competition')")
@Check('certificate_issue', 'issue = 1 and replaces is null or issue > 1 and replaces is not null and reissued_by is not null and reissue_reason is not null')
@Check('certificate_revoked', 'num_nulls(revoked_at, revoked_by, grounds, revocation_reason) in (0, 4)')
@Index('certificate_number', ['number'], { unique: true })
@Index('certificate_serial', ['year', 'serial'], { unique: true })
@Index('certificate_source', ['kind', 'sourceId', 'issue'], { unique: true })
@Index('certificate_replaces', ['replaces'], { unique: true })
@Index('certificate_person', ['personId', 'issuedAt', 'id'])
@Index('certificate_subject', ['subjectId', 'issuedAt', 'id'])
@Index('certificate_issued', ['issuedAt', 'id'])
export class CertificateRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificate_pkey' }) id: string;
  @Column('text') number: string;
  @Column('int') year: number;
  @Column('int') serial: number;
  @Column('text') kind: string;
  /** The course; what else of another kind. */
  @Column('uuid') subjectId: string;
  /** The completion record; what else of another kind. */
  @Column('uuid') sourceId: string;
  @Column('int') issue: number;
  @Column('uuid') personId: string;
  @Column('text') holder: string;
  @Column('text') issuer: string;
  @Column('text') title: string;
  @Column('int', { nullable: true }) version: number | null;
  @Column('int', { nullable: true }) score: number | null;
  @Column('text') department: string;
  @Column('timestamptz') earnedAt: Date;
  @Column('timestamptz') issuedAt: Date;
  /** The last day it holds; null = for good. */
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @Column('uuid', { nullable: true }) reissuedBy: string | null;
  @Column('text', { nullable: true }) reissueReason: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
  @Column('text', { nullable: true }) grounds: string | null;
  @Column('text', { nullable: true }) revocationReason: string | null;
  /** Since when `holder` is a pseudonym. */
  @Column('timestamptz', { nullable: true }) withheldAt: Date | null;
  @ManyToOne(() => CertificateRow)
  @JoinColumn({ name: 'replaces', foreignKeyConstraintName: 'certificate_replaced' })
  replaced: Relation<CertificateRow>;
}

/** A doubt about a certificate, and the decision. */
@Entity({ schema: 'recognition', name: 'review' })
@Check('review_decided', 'num_nulls(outcome, decided_at, decided_by, decision_reason) in (0, 4)')
@Index('review_open', ['certificateId'], { unique: true, where: 'outcome is null' })
@Index('review_certificate_opened', ['certificateId', 'openedAt'])
export class ReviewRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pkey' }) id: string;
  @Column('uuid') certificateId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('uuid') openedBy: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @ManyToOne(() => CertificateRow)
  @JoinColumn({ name: 'certificate_id', foreignKeyConstraintName: 'review_certificate' })
  certificate: Relation<CertificateRow>;
}

/** How many numbers an address has looked up in a minute; swept after a day. */
@Entity({ schema: 'recognition', name: 'lookup' })
@Index('lookup_slot', ['slot'])
export class Lookup {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'lookup_pkey' }) address: string;
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'lookup_pkey' }) slot: Date;
  @Column('int') used: number;
}

/** The ledger of learning hours, in minutes. Append-only: a correction is another line. */
@Entity({ schema: 'recognition', name: 'hours' })
@Check('hours_kind', "kind in ('formal', 'other')")
@Check('hours_source', "(source in ('completion', 'class', 'import') and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null)")
@Index('hours_source_key', ['source', 'sourceId'], { unique: true })
@Index('hours_person', ['personId', 'on', 'id'])
export class HoursRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hours_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('int') minutes: number;
  @Column('date') on: string;
  @Column('text') source: string;
  @Column('uuid') sourceId: string;
  /** The course's title, or the reason of the correction. */
  @Column('text') note: string;
  @Column('uuid', { nullable: true }) byPersonId: string | null;
  @Column('timestamptz') at: Date;
}

/** Hours of a year, from the year `since` on until another rule. */
@Entity({ schema: 'recognition', name: 'hours_rule' })
@Check('hours_rule_formal', 'formal between 0 and hours')
export class HoursRuleRow {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'hours_rule_pkey' }) since: number;
  @Column('int') hours: number;
  @Column('int') formal: number;
}

/** The ledger of points. Append-only. */
@Entity({ schema: 'recognition', name: 'points' })
@Index('points_source', ['rule', 'sourceId'], { unique: true })
@Index('points_person', ['personId', 'at', 'id'])
export class PointsRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'points_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') rule: string;
  @Column('int') points: number;
  @Column('uuid') sourceId: string;
  @Column('text') title: string;
  @Column('timestamptz') at: Date;
}

/** What a rule gives from a moment on. Append-only. */
@Entity({ schema: 'recognition', name: 'points_rule' })
@Check('points_rule_code', "code in ('course_passed', 'first_try', 'certificate')")
export class PointsRuleRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'points_rule_pkey' }) code: string;
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'points_rule_pkey' }) validFrom: Date;
  @Column('int') points: number;
}

/** Who does not stand on the board of points by name. */
@Entity({ schema: 'recognition', name: 'unlisted' })
export class Unlisted {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'unlisted_pkey' }) personId: string;
  @Column('timestamptz') at: Date;
}

export const recognitionEntities = [CertificateCounter, CertificateRow, ReviewRow, Lookup, HoursRow, HoursRuleRow, PointsRow, PointsRuleRow, Unlisted];
