import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A node of the organisation tree as it is today; how it came there is in DepartmentPlace. `path` = itself and everything above it, nearest first. */
@Entity({ schema: 'people', name: 'department' })
@Index('department_code', ['code'], { unique: true })
@Index('department_child', ['parentId'])
export class Department {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_pkey' }) id: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('uuid', { array: true }) path: string[];
  /** First day on which it no longer exists; its people and units went to `mergedInto`, if anywhere. */
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'department_parent' })
  parent: Relation<Department> | null;
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'merged_into', foreignKeyConstraintName: 'department_merged_into' })
  heir: Relation<Department> | null;
}

@Entity({ schema: 'people', name: 'position' })
@Index('position_code', ['code'], { unique: true })
export class Position {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
}

/** A grade of the bank's own scale; `rank` orders them, the most senior last. */
@Entity({ schema: 'people', name: 'job_level' })
@Index('job_level_code', ['code'], { unique: true })
export class JobLevel {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_level_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('int') rank: number;
}

/** Anyone with an account. Pinyin and initials follow the surname readings. */
@Entity({ schema: 'people', name: 'person' })
@Index('person_staff_number', ['staffNumber'], { unique: true })
@Index('person_hr_key', ['hrKey'], { unique: true })
@Index('person_hr_key_digest', ['hrKeyDigest'], { unique: true })
@Index('person_pinyin', { synchronize: false })
@Index('person_initials', { synchronize: false })
@Index('person_number_search', { synchronize: false })
@Index('person_mail_search', { synchronize: false })
@Index('person_name', { synchronize: false })
@Index('person_grams', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) id: string;
  @Column('text') staffNumber: string;
  @Column('text') displayName: string;
  @Column('text') pinyin: string;
  @Column('text') initials: string;
  /** Employed today and not disabled: may sign in, is counted, is in somebody's team. */
  @Column('bool') active: boolean;
  @Column('text') language: string;
  @Column('text') theme: string;
  /** What HR knows the person by, the same after a rehire. */
  @Column('text', { nullable: true }) hrKey: string | null;
  @Column('text', { nullable: true }) mail: string | null;
  /** Shut out by an administrator, whatever the employment says. */
  @Column('bool', { default: false }) disabled: boolean;
  @Column('int', { default: 1 }) revision: number;
  /** Since when nothing tells any more who this leaver was; null again once they are back. */
  @Column('timestamptz', { nullable: true }) pseudonymisedAt: Date | null;
  /** What `hrKey` was, as a code that only this installation can make. */
  @Column('text', { nullable: true }) hrKeyDigest: string | null;
}

/** Where a person works and as what, from day to day (`validUntil` exclusive, null = open). */
@Entity({ schema: 'people', name: 'department_membership' })
@Index('department_membership_person', ['personId', 'validFrom', 'validUntil'])
@Index('department_membership_department', ['departmentId'])
@Index('department_membership_open', ['personId'], { unique: true, where: 'valid_until is null' })
export class DepartmentMembership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_membership_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') departmentId: string;
  @Column('uuid') positionId: string;
  @Column('uuid', { nullable: true }) jobLevelId: string | null;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'department_membership_person_fkey' })
  person: Relation<Person>;
  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'department_membership_department_fkey' })
  department: Relation<Department>;
  @ManyToOne(() => Position)
  @JoinColumn({ name: 'position_id', foreignKeyConstraintName: 'department_membership_position_fkey' })
  position: Relation<Position>;
  @ManyToOne(() => JobLevel, { nullable: true })
  @JoinColumn({ name: 'job_level_id', foreignKeyConstraintName: 'department_membership_job_level_fkey' })
  jobLevel: Relation<JobLevel> | null;
}

/** A manager's reports in other hands for a while: each direct report has an `acting` relation of it. */
@Entity({ schema: 'people', name: 'delegation' })
@Index('delegation_manager', ['managerId', 'validFrom'])
@Check('delegation_other', 'delegate_id <> manager_id')
@Check('delegation_days', 'valid_until > valid_from')
export class Delegation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_pkey' }) id: string;
  @Column('uuid') managerId: string;
  @Column('uuid') delegateId: string;
  @Column('date') validFrom: string;
  @Column('date') validUntil: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'manager_id', foreignKeyConstraintName: 'delegation_manager_fkey' })
  manager: Relation<Person>;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'delegate_id', foreignKeyConstraintName: 'delegation_delegate_fkey' })
  delegate: Relation<Person>;
}

/** Who manages whom, as what, from day to day. */
@Entity({ schema: 'people', name: 'manager_relation' })
@Index('manager_relation_manager', ['managerId', 'validFrom', 'validUntil', 'kind', 'personId'])
@Index('manager_relation_person', ['personId', 'validFrom'])
@Index('manager_relation_delegation', ['delegationId'])
export class ManagerRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'manager_relation_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') managerId: string;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) delegationId: string | null;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'manager_relation_person_fkey' })
  person: Relation<Person>;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'manager_id', foreignKeyConstraintName: 'manager_relation_manager_fkey' })
  manager: Relation<Person>;
  @ManyToOne(() => Delegation, { nullable: true })
  @JoinColumn({ name: 'delegation_id', foreignKeyConstraintName: 'manager_relation_delegation_fkey' })
  delegation: Relation<Delegation> | null;
}

/** Who stands below whom today, kept by triggers on the dated rows and renewed at midnight; `direct` = reports to them, by whatever kind of relation. */
@Entity({ schema: 'people', name: 'line' })
@Index('line_person', ['personId'])
export class Line {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'line_pkey' }) managerId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'line_pkey' }) personId: string;
  @Column('boolean') direct: boolean;
  @Column('text') pinyin: string;
}

export const peopleEntities = [Department, Position, JobLevel, Person, DepartmentMembership, Delegation, ManagerRelation, Line];
