import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** A dated programme for a fixed roster. `scope` = departments its people come from, null = the whole bank; `taken` = people on the roster; `cost` in yuan. */
@Entity({ schema: 'plans', name: 'training_class' })
@Index('training_class_newest', ['startsOn', 'id'])
@Index('training_class_nominations', ['nominationsUntil'], { where: "state = 'published'" })
@Check('training_class_state', "state in ('draft', 'published', 'closed', 'cancelled')")
@Check('training_class_days', 'ends_on >= starts_on')
@Check('training_class_taken', 'taken between 0 and capacity')
export class TrainingClass {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'training_class_pkey' }) id: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') place: string;
  @Column('text') domain: string;
  @Column('text') homework: string;
  @Column('uuid') ownerId: string;
  @Column('uuid', { array: true, nullable: true }) scope: string[] | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('date', { nullable: true }) nominationsUntil: string | null;
  @Column('int') capacity: number;
  @Column('int') taken: number;
  @Column('text') state: string;
  @Column('int') revision: number;
  @Column('uuid', { nullable: true }) copiedFrom: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('int', { nullable: true }) cost: number | null;
}

/** So many people a department and all below it may send; `taken` = sent. */
@Entity({ schema: 'plans', name: 'class_quota' })
@Check('class_quota_taken', 'taken between 0 and quota')
export class ClassQuota {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_quota_pkey' }) classId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_quota_pkey' }) departmentId: string;
  @Column('int') quota: number;
  @Column('int') taken: number;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'class_quota_class' })
  of: Relation<TrainingClass>;
}

/** A morning, afternoon or evening of the programme; times are Beijing's. */
@Entity({ schema: 'plans', name: 'class_half_day' })
@Index('class_half_day_once', ['classId', 'day', 'part'], { unique: true })
@Check('class_half_day_part', "part in ('morning', 'afternoon', 'evening')")
@Check('class_half_day_times', 'ends_at > starts_at')
export class ClassHalfDay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_half_day_pkey' }) id: string;
  @Column('uuid') classId: string;
  @Column('date') day: string;
  @Column('text') part: string;
  @Column('time') startsAt: string;
  @Column('time') endsAt: string;
  @Column('text') topic: string;
  @Column('text') speaker: string;
  @Column('text') room: string;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'class_half_day_class' })
  of: Relation<TrainingClass>;
}

/** A course to be finished by a day; `exam` = it is the class's examination. */
@Entity({ schema: 'plans', name: 'class_course' })
export class ClassCourse {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_course_pkey' }) classId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_course_pkey' }) courseId: string;
  @Column('date') finishBy: string;
  @Column('bool') exam: boolean;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'class_course_class' })
  of: Relation<TrainingClass>;
}

/** A file that participants may download. */
@Entity({ schema: 'plans', name: 'class_material' })
@Index('class_material_newest', ['classId', 'addedAt'])
export class ClassMaterialRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_material_pkey' }) id: string;
  @Column('uuid') classId: string;
  @Column('uuid') fileId: string;
  @Column('text') name: string;
  @Column('bigint') size: number;
  @Column('timestamptz') addedAt: Date;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'class_material_class' })
  of: Relation<TrainingClass>;
}

/** Somebody who is or was on the roster; one row a person. `quotaDepartmentId` = whose quota the place is of, null = L&D added. */
@Entity({ schema: 'plans', name: 'class_member' })
@Index('class_member_once', ['classId', 'personId'], { unique: true })
@Index('class_member_person', ['personId', 'classId'])
@Check('class_member_state', "state in ('booked', 'cancelled')")
export class ClassMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_member_pkey' }) id: string;
  @Column('uuid') classId: string;
  @Column('uuid') personId: string;
  @Column('uuid', { nullable: true }) quotaDepartmentId: string | null;
  @Column('uuid', { nullable: true }) nominatedBy: string | null;
  @Column('text') reason: string;
  @Column('text') state: string;
  @Column('timestamptz') since: Date;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'class_member_class' })
  of: Relation<TrainingClass>;
}

/** Every state of a member. Append-only. */
@Entity({ schema: 'plans', name: 'class_member_state' })
@Index('class_member_state_order', ['memberId', 'id'])
export class ClassMemberState {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'class_member_state_pkey', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') memberId: string;
  @Column('text') state: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
  @Column('text') reason: string;
  @ManyToOne(() => ClassMember)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'class_member_state_member' })
  member: Relation<ClassMember>;
}

/** Who was there on a half-day, as it stands now. */
@Entity({ schema: 'plans', name: 'class_attendance' })
@Index('class_attendance_person', ['personId'])
@Check('class_attendance_mark', "mark in ('present', 'partial', 'absent', 'excused')")
export class ClassAttendance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_attendance_pkey' }) halfDayId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_attendance_pkey' }) personId: string;
  @Column('text') mark: string;
  @ManyToOne(() => ClassHalfDay)
  @JoinColumn({ name: 'half_day_id', foreignKeyConstraintName: 'class_attendance_half_day' })
  halfDay: Relation<ClassHalfDay>;
}

/** Every mark as it was given, with what stood there before. Append-only. */
@Entity({ schema: 'plans', name: 'class_attendance_change' })
@Index('class_attendance_change_order', ['halfDayId', 'id'])
@Index('class_attendance_change_person', ['personId', 'id'])
@Check('class_attendance_change_source', "source in ('check_in', 'sheet')")
export class ClassAttendanceChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'class_attendance_change_pkey', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') halfDayId: string;
  @Column('uuid') personId: string;
  @Column('text', { nullable: true }) before: string | null;
  @Column('text') mark: string;
  @Column('text') source: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
  @Column('text') reason: string;
  @ManyToOne(() => ClassHalfDay)
  @JoinColumn({ name: 'half_day_id', foreignKeyConstraintName: 'class_attendance_change_half_day' })
  halfDay: Relation<ClassHalfDay>;
}

/** How many wrong codes somebody gave at a half-day. */
@Entity({ schema: 'plans', name: 'class_check_in_try' })
export class ClassCheckInTry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_check_in_try_pkey' }) halfDayId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_check_in_try_pkey' }) personId: string;
  @Column('int') tries: number;
  @ManyToOne(() => ClassHalfDay)
  @JoinColumn({ name: 'half_day_id', foreignKeyConstraintName: 'class_check_in_try_half_day' })
  halfDay: Relation<ClassHalfDay>;
}

export const classEntities = [
  TrainingClass, ClassQuota, ClassHalfDay, ClassCourse, ClassMaterialRow, ClassMember, ClassMemberState, ClassAttendance, ClassAttendanceChange, ClassCheckInTry,
];
