import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A person on the day of the moment of a pack, as known when a pack of that moment first named them; append-only. `departments` = the department and all above it (empty = none),
 * `managerId` = the line manager, `awayFrom` = first day of the leave they were on. So a later rename or a transfer dated back leaves the pack as it was.
 */
@Entity({ schema: 'insights', name: 'evidence_person' })
@Index('evidence_person_person', ['personId'])
export class EvidencePerson {
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'evidence_person_pkey' }) asOf: Date;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_person_pkey' }) personId: string;
  @Column('text') staffNumber: string;
  @Column('text') displayName: string;
  @Column('uuid', { array: true }) departments: string[];
  @Column('text', { nullable: true }) department: string | null;
  @Column('text', { nullable: true }) position: string | null;
  @Column('uuid', { nullable: true }) managerId: string | null;
  @Column('date', { nullable: true }) awayFrom: string | null;
}
