import type { PathDraft, PathState } from '@zhixing/plans/contract';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A learning path. `draft` = what is being edited; what people follow is the version `version` (0 = none yet). `scope` = departments of whoever made it, null = the whole bank. */
@Entity({ schema: 'plans', name: 'path' })
@Index('path_title', ['title', 'id'])
@Check('path_state', "state in ('draft', 'published', 'retired')")
export class Path {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_pkey' }) id: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text', { nullable: true }) profileId: string | null;
  @Column('bool') ordered: boolean;
  @Column('uuid', { array: true }) audience: string[];
  @Column('uuid', { array: true, nullable: true }) scope: string[] | null;
  @Column('uuid') ownerId: string;
  @Column('text') state: PathState;
  @Column('jsonb') draft: PathDraft;
  @Column('int') version: number;
  @Column('int') revision: number;
  @Column('timestamptz') updatedAt: Date;
}

/** A published version, which never changes. */
@Entity({ schema: 'plans', name: 'path_version' })
export class PathVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_version_pkey' }) pathId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'path_version_pkey' }) number: number;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
  @Column('jsonb') content: PathDraft;
  @ManyToOne(() => Path)
  @JoinColumn({ name: 'path_id', foreignKeyConstraintName: 'path_version_path' })
  path: Relation<Path>;
}

/** An item of the version that is followed, for SQL. */
@Entity({ schema: 'plans', name: 'path_item' })
@Index('path_item_course', ['courseId'])
@Check('path_item_kind', "case kind when 'course' then course_id is not null when 'skill' then skill_id is not null and level is not null else false end")
export class PathItemRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_item_pkey' }) pathId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'path_item_pkey' }) step: number;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'path_item_pkey' }) item: number;
  @Column('bool') required: boolean;
  @Column('bool') anyOf: boolean;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) courseId: string | null;
  @Column('text', { nullable: true }) skillId: string | null;
  @Column('int', { nullable: true }) level: number | null;
  @ManyToOne(() => Path)
  @JoinColumn({ name: 'path_id', foreignKeyConstraintName: 'path_item_path' })
  path: Relation<Path>;
}

/** Who follows a path, and is at it since `begunAt` for what counts since `countsFrom` (`-infinity` = ever). */
@Entity({ schema: 'plans', name: 'path_enrolment' })
@Index('path_enrolment_path_person', ['pathId', 'personId'])
export class PathEnrolment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_enrolment_pkey' }) personId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_enrolment_pkey' }) pathId: string;
  @Column('timestamptz') enrolledAt: Date;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz') countsFrom: Date | number;
  @ManyToOne(() => Path)
  @JoinColumn({ name: 'path_id', foreignKeyConstraintName: 'path_enrolment_path' })
  path: Relation<Path>;
}

/** That somebody completed a path, by which version, by what they completed since `countsFrom` (`-infinity` = ever): once for every turn it is owed. Never changes. */
@Entity({ schema: 'plans', name: 'path_completion' })
@Index('path_completion_once', ['personId', 'pathId', 'countsFrom'], { unique: true })
export class PathCompletion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'path_completion_pkey' }) id: string;
  @Column('uuid') pathId: string;
  @Column('uuid') personId: string;
  @Column('int') version: number;
  @Column('timestamptz') completedAt: Date;
  @Column('timestamptz') countsFrom: Date | number;
  @ManyToOne(() => PathVersion)
  @JoinColumn([{ name: 'path_id', referencedColumnName: 'pathId', foreignKeyConstraintName: 'path_completion_version' }, { name: 'version', referencedColumnName: 'number', foreignKeyConstraintName: 'path_completion_version' }])
  pathVersion: Relation<PathVersion>;
}

export const pathEntities = [Path, PathVersion, PathItemRow, PathEnrolment, PathCompletion];
