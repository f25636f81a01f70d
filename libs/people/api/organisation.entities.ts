import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Department, Person } from './people.entities.ts';

/** Where a department hung and what it was called, from day to day; `people.department` is this on the day of today. */
@Entity({ schema: 'people', name: 'department_place' })
@Index('department_place_department', ['departmentId', 'validFrom'], { unique: true })
@Index('department_place_parent', ['parentId'])
@Check('department_place_days', 'valid_until > valid_from')
export class DepartmentPlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_place_pkey' }) id: string;
  @Column('uuid') departmentId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') name: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'department_place_department_fkey' })
  department: Relation<Department>;
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'department_place_parent_fkey' })
  parent: Relation<Department> | null;
}

/** A person's time with the bank, from day to day; a second one is a rehire. */
@Entity({ schema: 'people', name: 'employment' })
@Index('employment_person', ['personId', 'validFrom'], { unique: true })
@Check('employment_kind', `kind in ('hired', 'rehired')`)
@Check('employment_days', 'valid_until > valid_from')
export class Employment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employment_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'employment_person_fkey' })
  person: Relation<Person>;
}

/** Days a person is away for longer (parental leave, secondment); they stay employed. */
@Entity({ schema: 'people', name: 'leave' })
@Index('leave_person', ['personId', 'validFrom'])
@Check('leave_days', 'valid_until > valid_from')
export class Leave {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'leave_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'leave_person_fkey' })
  person: Relation<Person>;
}

/** A day that is not what its weekday says: a holiday, or a weekend day worked to make up for one. */
@Entity({ schema: 'people', name: 'holiday' })
@Check('holiday_kind', `kind in ('holiday', 'workday')`)
export class Holiday {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'holiday_pkey' }) day: string;
  @Column('text') kind: string;
  @Column('text') name: string;
}

export const organisationEntities = [DepartmentPlace, Employment, Leave, Holiday];
