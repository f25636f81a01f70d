import type { ImportWarningKind, CourseLayout } from '@zhixing/courses/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CourseContent } from './content.ts';

/** What the last import of a draft said; sentences are made when it is read, in the reader's language. */
export interface StoredReport {
  layout: CourseLayout;
  chapters: number;
  lessons: number;
  questions: number;
  pictures: number;
  warnings: { kind: ImportWarningKind; subject: string; file: string; line: number | null }[];
}

/** The next version of a course before it is published. A course that was never published is only this; `courseId` is the id it will have. */
@Entity({ schema: 'courses', name: 'draft' })
@Index('draft_slug', ['slug'], { unique: true })
@Index('draft_newest', ['updatedAt'])
export class Draft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_pkey' }) courseId: string;
  @Column('text') slug: string;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  /** Counts edits, for `If-Match`. */
  @Column('int') revision: number;
  @Column('jsonb') content: CourseContent;
  @Column('jsonb') report: StoredReport;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid') updatedBy: string;
}

/** A picture that texts of a course name as `pictures/…`; `fileId` is a file of the house. */
@Entity({ schema: 'courses', name: 'picture' })
export class Picture {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'picture_pkey' }) courseId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'picture_pkey' }) name: string;
  @Column('uuid') fileId: string;
}

export const draftEntities = [Draft, Picture];
