import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course, CourseVersion, Lesson, Question } from './courses.entities.ts';

/** One try of one person at one course version. `requiredDone` is a projection of the lesson states. */
@Entity({ schema: 'courses', name: 'registration' })
@Index('registration_seq', ['personId', 'courseId', 'seq'], { unique: true })
@Index('registration_open', ['personId', 'courseId'], { unique: true, where: `status = 'open'` })
@Index('registration_version', ['versionId'])
@Index('registration_course', ['courseId', 'seq'])
@Index('registration_carried_from', ['carriedFrom'], { unique: true })
@Check('registration_done', '"required_done" between 0 and "required_total"')
export class Registration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') courseId: string;
  @Column('uuid') versionId: string;
  @Column('int') seq: number;
  @Column('text') status: string;
  @Column('int') requiredDone: number;
  @Column('int') requiredTotal: number;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastActivityAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  /** The registration at an earlier version whose lessons this one began with. */
  @Column('uuid', { nullable: true }) carriedFrom: string | null;
  @ManyToOne(() => Registration)
  @JoinColumn({ name: 'carried_from', foreignKeyConstraintName: 'registration_carried' })
  carried: Relation<Registration>;
  @ManyToOne(() => Course)
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'registration_course_fkey' })
  course: Relation<Course>;
  @ManyToOne(() => CourseVersion)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'registration_version_fkey' })
  version: Relation<CourseVersion>;
}

/** What the events and attempts of a lesson add up to. `readSeconds` is measured by the server. */
@Entity({ schema: 'courses', name: 'lesson_state' })
@Index('lesson_state_failing', ['registrationId'], { where: 'failed_attempts >= 2 and completed_at is null' })
export class LessonStateRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lesson_state_pkey' }) registrationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lesson_state_pkey' }) lessonId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') lastEventAt: Date;
  @Column('int') readSeconds: number;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('int', { nullable: true }) bestScore: number | null;
  @Column('int') attemptsUsed: number;
  @Column('int') failedAttempts: number;
  @ManyToOne(() => Registration)
  @JoinColumn({ name: 'registration_id', foreignKeyConstraintName: 'lesson_state_registration' })
  registration: Relation<Registration>;
  @ManyToOne(() => Lesson)
  @JoinColumn({ name: 'lesson_id', foreignKeyConstraintName: 'lesson_state_lesson' })
  lesson: Relation<Lesson>;
}

/** What a player reported, append-only. `seconds` = learning time the server credited for it. */
@Entity({ schema: 'courses', name: 'learning_event' })
@Index('learning_event_person', ['personId', 'at'])
export class LearningEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_event_pkey' }) id: string;
  @Column('uuid') registrationId: string;
  @Column('uuid') lessonId: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) clientAt: Date | null;
  @Column('int') seconds: number;
  @Column('text') source: string;
  @ManyToOne(() => Registration)
  @JoinColumn({ name: 'registration_id', foreignKeyConstraintName: 'learning_event_registration' })
  registration: Relation<Registration>;
}

/**
 * What is counted of a person who registered anywhere or learned: a projection that triggers on `registration`, `lesson_state` and `learning_event` keep.
 * `courses` = registered at, whenever; `attentionAt` = from when each open registration needs attention unless something happens (`-infinity`: a quiz fails), ascending;
 * `finishedAt` ascending; `monthSeconds` = learned in `month`, the newest month (Asia/Shanghai) with any.
 */
@Entity({ schema: 'courses', name: 'learner' })
export class Learner {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learner_pkey' }) personId: string;
  @Column('int') learning: number;
  @Column('uuid', { array: true }) courses: string[];
  @Column('timestamptz', { array: true }) attentionAt: Date[];
  @Column('timestamptz', { array: true }) finishedAt: Date[];
  @Column('date', { nullable: true }) month: string | null;
  @Column('int') monthSeconds: number;
}

/** One try at a quiz; at most one is open per registration and lesson. */
@Entity({ schema: 'courses', name: 'attempt' })
@Index('attempt_number', ['registrationId', 'lessonId', 'number'], { unique: true })
@Index('attempt_open', ['registrationId', 'lessonId'], { unique: true, where: 'submitted_at is null' })
@Index('attempt_lesson', ['lessonId'])
export class Attempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_pkey' }) id: string;
  @Column('uuid') registrationId: string;
  @Column('uuid') lessonId: string;
  @Column('int') number: number;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('int', { nullable: true }) score: number | null;
  @Column('bool', { nullable: true }) passed: boolean | null;
  @ManyToOne(() => Registration)
  @JoinColumn({ name: 'registration_id', foreignKeyConstraintName: 'attempt_registration' })
  registration: Relation<Registration>;
  @ManyToOne(() => Lesson)
  @JoinColumn({ name: 'lesson_id', foreignKeyConstraintName: 'attempt_lesson_fkey' })
  lesson: Relation<Lesson>;
}

/** What somebody decided the grade of a submitted attempt should have been; the highest number stands. Append-only. */
@Entity({ schema: 'courses', name: 'grade_correction' })
@Index('grade_correction_number', ['attemptId', 'number'], { unique: true })
@Check('grade_correction_score', '"score" between 0 and 100')
export class GradeCorrectionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grade_correction_pkey' }) id: string;
  @Column('uuid') attemptId: string;
  @Column('int') number: number;
  @Column('int') score: number;
  @Column('bool') passed: boolean;
  @Column('timestamptz') at: Date;
  @Column('uuid') byPersonId: string;
  @Column('text') reason: string;
  @ManyToOne(() => Attempt)
  @JoinColumn({ name: 'attempt_id', foreignKeyConstraintName: 'grade_correction_attempt' })
  attempt: Relation<Attempt>;
}

/** The newest saved answer to a question; `sequence` grows with each save of the same question. */
@Entity({ schema: 'courses', name: 'attempt_answer' })
@Index('attempt_answer_question', ['questionId'])
export class AttemptAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_answer_pkey' }) attemptId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_answer_pkey' }) questionId: string;
  @Column('int') sequence: number;
  @Column('text', { array: true }) choices: string[];
  @Column('timestamptz') savedAt: Date;
  @Column('bool', { nullable: true }) correct: boolean | null;
  @ManyToOne(() => Attempt)
  @JoinColumn({ name: 'attempt_id', foreignKeyConstraintName: 'attempt_answer_attempt' })
  attempt: Relation<Attempt>;
  @ManyToOne(() => Question)
  @JoinColumn({ name: 'question_id', foreignKeyConstraintName: 'attempt_answer_question_fkey' })
  question: Relation<Question>;
}

/** The immutable fact that a course was finished, under which rule, in which department and position. */
@Entity({ schema: 'courses', name: 'completion_record' })
@Index('completion_record_registration', ['registrationId'], { unique: true })
@Index('completion_record_person', ['personId', 'completedAt'])
@Index('completion_record_learner', ['courseId', 'personId'])
@Index('completion_record_course', ['courseId', 'completedAt'])
export class CompletionRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'completion_record_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') courseId: string;
  @Column('uuid') versionId: string;
  @Column('uuid') registrationId: string;
  @Column('timestamptz') completedAt: Date;
  @Column('int', { nullable: true }) score: number | null;
  @Column('int') minutes: number;
  @Column('jsonb') rule: Record<string, unknown>;
  @Column('uuid') departmentId: string;
  @Column('text') department: string;
  @Column('text') position: string;
  @Column('text') source: string;
  @ManyToOne(() => Registration)
  @JoinColumn({ name: 'registration_id', foreignKeyConstraintName: 'completion_record_registration_fkey' })
  registration: Relation<Registration>;
}

export const registrationEntities = [Registration, LessonStateRow, LearningEventRow, Learner, Attempt, GradeCorrectionRow, AttemptAnswer, CompletionRecordRow];
