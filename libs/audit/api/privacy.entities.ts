import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody says is wrong about their data, and what they were answered. */
@Entity({ schema: 'audit', name: 'correction' })
@Check('correction_answered', '(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)')
@Index('correction_person', ['personId', 'createdAt'])
@Index('correction_created', ['createdAt', 'id'])
export class Correction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') about: string;
  @Column('text') text: string;
  @Column('timestamptz') createdAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}

/** That somebody has read a version of the privacy notice. Append-only. */
@Entity({ schema: 'audit', name: 'acknowledgement' })
export class Acknowledgement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acknowledgement_pkey' }) personId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'acknowledgement_pkey' }) version: number;
  @Column('timestamptz') at: Date;
}

/** How many rows a run of the purge deleted by a retention rule. Append-only. */
@Entity({ schema: 'audit', name: 'purge' })
@Index('purge_rule', ['rule', 'at'])
export class Purge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'purge_pkey' }) id: string;
  @Column('timestamptz') at: Date;
  @Column('text') rule: string;
  @Column('int') rows: number;
}

/** Somebody who leaves the bank on a day; gone once the rooms have given up what they may not keep. */
@Entity({ schema: 'audit', name: 'departure' })
export class Departure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'departure_pkey' }) personId: string;
  @Column('date') dueOn: string;
}

export const privacyEntities = [Correction, Acknowledgement, Purge, Departure];
