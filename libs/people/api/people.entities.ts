import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A node of the organisation tree. `path` = itself and everything above it, nearest first. */
@Entity({ schema: 'people', name: 'department' })
@Index('department_code', ['code'], { unique: true })
export class Department {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_pkey' }) id: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('uuid', { array: true }) path: string[];
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'department_parent' })
  parent: Relation<Department> | null;
}

@Entity({ schema: 'people', name: 'position' })
@Index('position_code', ['code'], { unique: true })
export class Position {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'position_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
}

/** Anyone with an account. Pinyin and initials follow the surname readings. */
@Entity({ schema: 'people', name: 'person' })
@Index('person_staff_number', ['staffNumber'], { unique: true })
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) id: string;
  @Column('text') staffNumber: string;
  @Column('text') displayName: string;
  @Column('text') pinyin: string;
  @Column('text') initials: string;
  @Column('bool') active: boolean;
  @Column('text') language: string;
  @Column('text') theme: string;
}

/** Where a person works and as what, from day to day (`validUntil` exclusive, null = open). */
@Entity({ schema: 'people', name: 'department_membership' })
@Index('department_membership_person', ['personId', 'validFrom'])
@Index('department_membership_department', ['departmentId'])
export class DepartmentMembership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_membership_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') departmentId: string;
  @Column('uuid') positionId: string;
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
}

/** Who manages whom, as what, from day to day. */
@Entity({ schema: 'people', name: 'manager_relation' })
@Index('manager_relation_manager', ['managerId', 'validFrom'])
@Index('manager_relation_person', ['personId', 'validFrom'])
export class ManagerRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'manager_relation_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') managerId: string;
  @Column('text') kind: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'manager_relation_person_fkey' })
  person: Relation<Person>;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'manager_id', foreignKeyConstraintName: 'manager_relation_manager_fkey' })
  manager: Relation<Person>;
}

export const peopleEntities = [Department, Position, Person, DepartmentMembership, ManagerRelation];
