import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** Something one is certified for: by passing a course of the bank (`own`), or by another body, whose document is checked (`external`). `months` null = for good. */
@Entity({ schema: 'plans', name: 'certification' })
@Check('certification_kind', "kind in ('own', 'external')")
@Check('certification_course', "(kind = 'own') = (course_id is not null)")
@Check('certification_months', 'months between 1 and 120')
@Check('certification_window', 'window_days between 0 and 366')
@Check('certification_state', "state in ('active', 'retired')")
@Index('certification_title', ['title'], { unique: true, where: "state = 'active'" })
@Index('certification_of_course', ['courseId'], { where: 'course_id is not null' })
export class CertificationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_pkey' }) id: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') kind: string;
  @Column('text') issuer: string;
  @Column('uuid', { nullable: true }) courseId: string | null;
  @Column('int', { nullable: true }) months: number | null;
  /** Days before the end in which a renewal loses nothing. */
  @Column('int') windowDays: number;
  @Column('text') state: string;
  @Column('int') revision: number;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

/** A position whose people must hold a certification, from day to day; `validUntil` exclusive. */
@Entity({ schema: 'plans', name: 'certification_position' })
@Check('certification_position_days', 'valid_until >= valid_from')
@Index('certification_position_open', ['positionId', 'certificationId'], { unique: true, where: 'valid_until is null' })
export class CertificationPosition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_position_pkey' }) certificationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_position_pkey' }) positionId: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'certification_position_pkey' }) validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => CertificationRow)
  @JoinColumn({ name: 'certification_id', foreignKeyConstraintName: 'certification_position_certification' })
  certification: Relation<CertificationRow>;
}

/** A skill that a certification is evidence of, and at which level. */
@Entity({ schema: 'plans', name: 'certification_skill' })
@Check('certification_skill_level', 'level between 1 and 5')
export class CertificationSkillRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_skill_pkey' }) certificationId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'certification_skill_pkey' }) skillId: string;
  @Column('int') level: number;
  @Column('int') place: number;
  @ManyToOne(() => CertificationRow)
  @JoinColumn({ name: 'certification_id', foreignKeyConstraintName: 'certification_skill_certification' })
  certification: Relation<CertificationRow>;
}

/** From when to when a person is certified; never changed. `sourceId` = the registration, or the document that was accepted; of what was brought in, the row itself. `gapDays` = days without, before it. */
@Entity({ schema: 'plans', name: 'certification_cycle' })
@Check('certification_cycle_source', "source in ('course', 'external', 'import')")
@Check('certification_cycle_days', 'valid_until >= valid_from and window_opens_on <= valid_until and num_nulls(valid_until, window_opens_on) in (0, 2)')
@Check('certification_cycle_gap', 'gap_days >= 0')
@Index('certification_cycle_number', ['certificationId', 'personId', 'number'], { unique: true })
@Index('certification_cycle_once', ['sourceId', 'certificationId'], { unique: true })
@Index('certification_cycle_person', ['personId', 'certificationId', 'number'])
@Index('certification_cycle_until', ['validUntil', 'id'])
export class CertificationCycle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_cycle_pkey' }) id: string;
  @Column('uuid') certificationId: string;
  @Column('uuid') personId: string;
  @Column('int') number: number;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('date', { nullable: true }) windowOpensOn: string | null;
  @Column('int') gapDays: number;
  @Column('text') source: string;
  @Column('uuid') sourceId: string;
  /** The number of another body's certificate. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('timestamptz') earnedAt: Date;
  @Column('timestamptz') recordedAt: Date;
  @ManyToOne(() => CertificationRow)
  @JoinColumn({ name: 'certification_id', foreignKeyConstraintName: 'certification_cycle_certification' })
  certification: Relation<CertificationRow>;
}

/** Takes a cycle away, by a named decision. */
@Entity({ schema: 'plans', name: 'certification_revocation' })
export class CertificationRevocation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_revocation_pkey' }) cycleId: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
  @Column('text') reason: string;
  @ManyToOne(() => CertificationCycle)
  @JoinColumn({ name: 'cycle_id', foreignKeyConstraintName: 'certification_revocation_cycle' })
  cycle: Relation<CertificationCycle>;
}

/** The course was completed before the window: whether to renew at the price of days is the person's decision. */
@Entity({ schema: 'plans', name: 'certification_early' })
@Check('certification_early_state', "state in ('offered', 'accepted', 'declined')")
@Check('certification_early_decided', "(state = 'offered') = (decided_at is null)")
@Index('certification_early_once', ['registrationId', 'certificationId'], { unique: true })
@Index('certification_early_person', ['personId'], { where: "state = 'offered'" })
export class CertificationEarly {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_early_pkey' }) id: string;
  @Column('uuid') certificationId: string;
  @Column('uuid') personId: string;
  @Column('uuid') registrationId: string;
  @Column('timestamptz') completedAt: Date;
  @Column('text') state: string;
  @Column('timestamptz') offeredAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @ManyToOne(() => CertificationRow)
  @JoinColumn({ name: 'certification_id', foreignKeyConstraintName: 'certification_early_certification' })
  certification: Relation<CertificationRow>;
}

/** Another body's certificate, handed in with its document and checked by somebody else. */
@Entity({ schema: 'plans', name: 'external_certificate' })
@Check('external_certificate_state', "state in ('waiting', 'accepted', 'returned', 'withdrawn')")
@Check('external_certificate_second', 'decided_by <> person_id')
@Check('external_certificate_days', 'valid_until >= issued_on')
@Index('external_certificate_open', ['certificationId', 'personId'], { unique: true, where: "state = 'waiting'" })
@Index('external_certificate_waiting', ['submittedAt', 'id'], { where: "state = 'waiting'" })
@Index('external_certificate_person', ['personId', 'submittedAt'])
export class ExternalCertificateRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'external_certificate_pkey' }) id: string;
  @Column('uuid') certificationId: string;
  @Column('uuid') personId: string;
  @Column('text') number: string;
  @Column('date') issuedOn: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid') fileId: string;
  @Column('text') fileName: string;
  @Column('text') state: string;
  @Column('timestamptz') submittedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @ManyToOne(() => CertificationRow)
  @JoinColumn({ name: 'certification_id', foreignKeyConstraintName: 'external_certificate_certification' })
  certification: Relation<CertificationRow>;
}

/** What somebody was told about a cycle; append-only. */
@Entity({ schema: 'plans', name: 'certification_reminder' })
@Check('certification_reminder_stage', "stage in ('window', 't-30', 't-7', 'expired')")
export class CertificationReminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_reminder_pkey' }) cycleId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'certification_reminder_pkey' }) stage: string;
  @Column('timestamptz') at: Date;
  @ManyToOne(() => CertificationCycle)
  @JoinColumn({ name: 'cycle_id', foreignKeyConstraintName: 'certification_reminder_cycle' })
  cycle: Relation<CertificationCycle>;
}

/** When the person of a cycle was last reminded by hand to renew it. */
@Entity({ schema: 'plans', name: 'renewal_asked' })
export class RenewalAsked {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'renewal_asked_pkey' }) cycleId: string;
  @Column('timestamptz') remindedAt: Date;
  @ManyToOne(() => CertificationCycle)
  @JoinColumn({ name: 'cycle_id', foreignKeyConstraintName: 'renewal_asked_cycle' })
  cycle: Relation<CertificationCycle>;
}

export const certificationEntities = [
  CertificationRow, CertificationPosition, CertificationSkillRow, CertificationCycle, CertificationRevocation, CertificationEarly, ExternalCertificateRow, CertificationReminder, RenewalAsked,
];
