import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A course. Title, summary, minutes and lessons repeat the current version, so that the catalogue reads one table. */
@Entity({ schema: 'courses', name: 'course' })
@Index('course_slug', ['slug'], { unique: true })
@Index('course_newest', ['publishedAt', 'id'])
@Index('course_grams', { synchronize: false })
@Check('course_review_months', '"review_months" between 1 and 60')
export class Course {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pkey' }) id: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text') summary: string;
  @Column('text') domain: string;
  @Column('int') level: number;
  @Column('text') kind: string;
  @Column('int') minutes: number;
  @Column('int') lessons: number;
  /** Title, summary, pinyin and initials of the title, lower case. */
  @Column('text') searchText: string;
  @Column('text') status: string;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  /** Departments it is open to, each with its subtree; empty = everyone. */
  @Column('uuid', { array: true }) audience: string[];
  @Column('uuid') currentVersionId: string;
  @Column('int') currentVersion: number;
  @Column('timestamptz') publishedAt: Date;
  /** Its owner reviews the content every so many months; last on that day, when it was published other than for an editorial change, or said to be as it should. */
  @Column('int') reviewMonths: number;
  @Column('date') reviewedOn: string;
}

/** A skill that finishing the course is evidence of, and at which level; in the author's order. `skillId` is one of the skill framework. */
@Entity({ schema: 'courses', name: 'course_skill' })
@Index('course_skill_skill', ['skillId'])
@Check('course_skill_level', '"level" between 1 and 5')
export class CourseSkillRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_skill_pkey' }) courseId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'course_skill_pkey' }) skillId: string;
  @Column('int') level: number;
  @Column('int') place: number;
  @ManyToOne(() => Course)
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_skill_course' })
  course: Relation<Course>;
}

/** What is learned, immutable once published. */
@Entity({ schema: 'courses', name: 'course_version' })
@Index('course_version_number', ['courseId', 'number'], { unique: true })
@Check('course_version_change', `"change" in ('editorial', 'minor', 'material')`)
@Check('course_version_delta', `"delta_course_id" is null or "change" = 'material'`)
export class CourseVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_version_pkey' }) id: string;
  @Column('uuid') courseId: string;
  @Column('int') number: number;
  @Column('text') title: string;
  @Column('text') summary: string;
  @Column('text') description: string;
  @Column('jsonb') outcomes: string[];
  @Column('text') teacher: string;
  @Column('text') requirements: string;
  @Column('bool') minimumReading: boolean;
  @Column('int') minutes: number;
  @Column('int') requiredTotal: number;
  @Column('timestamptz') publishedAt: Date;
  /** What its author says the change means; null of a first version. */
  @Column('text', { nullable: true }) change: string | null;
  @Column('text', { default: '' }) changeNote: string;
  /** Whether those who take an earlier version may bring their lessons along. */
  @Column('bool', { default: false }) carryOver: boolean;
  /** What those who completed an earlier version are asked to learn. */
  @Column('uuid', { nullable: true }) deltaCourseId: string | null;
  @ManyToOne(() => Course)
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_version_course' })
  course: Relation<Course>;
  @ManyToOne(() => Course)
  @JoinColumn({ name: 'delta_course_id', foreignKeyConstraintName: 'course_version_delta_course' })
  deltaCourse: Relation<Course>;
}

@Entity({ schema: 'courses', name: 'chapter' })
@Index('chapter_place', ['versionId', 'place'], { unique: true })
export class Chapter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'chapter_pkey' }) id: string;
  @Column('uuid') versionId: string;
  @Column('int') place: number;
  @Column('text') title: string;
  @ManyToOne(() => CourseVersion)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'chapter_version' })
  version: Relation<CourseVersion>;
}

/** A lesson of one version; `key` is the same lesson in the next version. `place` counts through the whole version. */
@Entity({ schema: 'courses', name: 'lesson' })
@Index('lesson_key', ['versionId', 'key'], { unique: true })
@Index('lesson_place', ['versionId', 'place'], { unique: true })
export class Lesson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lesson_pkey' }) id: string;
  @Column('uuid') versionId: string;
  @Column('uuid') chapterId: string;
  @Column('int') place: number;
  @Column('text') key: string;
  @Column('text') title: string;
  @Column('text') kind: string;
  @Column('bool') required: boolean;
  @Column('int') minutes: number;
  /** Article: seconds of measured reading before "mark done"; 0 = none. */
  @Column('int') minimumSeconds: number;
  /** Quiz: percent to pass; tries allowed, 0 = unlimited. */
  @Column('int') passMark: number;
  @Column('int') attempts: number;
  @Column('int') questions: number;
  @Column('text') body: string;
  @ManyToOne(() => CourseVersion)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'lesson_version' })
  version: Relation<CourseVersion>;
  @ManyToOne(() => Chapter)
  @JoinColumn({ name: 'chapter_id', foreignKeyConstraintName: 'lesson_chapter' })
  chapter: Relation<Chapter>;
}

/** One choice of a question as stored: its stable key and whether it is right. */
export interface Choice {
  key: string;
  text: string;
  correct: boolean;
  explanation?: string;
}

@Entity({ schema: 'courses', name: 'question' })
@Index('question_place', ['lessonId', 'place'], { unique: true })
@Check('question_kind', `"kind" in ('single', 'multiple', 'true_false')`)
export class Question {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_pkey' }) id: string;
  @Column('uuid') lessonId: string;
  @Column('int') place: number;
  @Column('text') key: string;
  @Column('text') kind: string;
  @Column('text') topic: string;
  @Column('text') stem: string;
  @Column('text') explanation: string;
  @Column('jsonb') choices: Choice[];
  @ManyToOne(() => Lesson)
  @JoinColumn({ name: 'lesson_id', foreignKeyConstraintName: 'question_lesson' })
  lesson: Relation<Lesson>;
}

export const contentEntities = [Course, CourseSkillRow, CourseVersion, Chapter, Lesson, Question];
