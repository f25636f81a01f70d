import type { CourseCard, CourseKind, Domain, LearningState, Progress, RegistrationRow, RegistrationStatus, RegistrationView } from '@zhixing/courses/contract';
import { outline, type OutlineRow } from './courses.view.ts';
import { resumeKey } from './progress.rules.ts';

export interface ProgressRow {
  status: RegistrationStatus;
  percent: number;
  required_done: number;
  required_total: number;
}

export interface RegistrationSqlRow extends ProgressRow {
  id: string;
  course_id: string;
  version_id: string;
  registered_at: Date;
  title: string;
  summary: string;
  version: number;
  domain: Domain;
  kind: CourseKind;
  latest_version: number;
  completion_id: string | null;
  completed_at: Date | null;
  score: number | null;
  minutes: number | null;
  department: string | null;
  position: string | null;
}

export interface RecordSqlRow {
  id: string;
  course_id: string;
  title: string;
  domain: Domain;
  kind: CourseKind;
  status: RegistrationStatus;
  state: LearningState;
  percent: number;
  registered_at: Date;
  last_activity_at: Date | null;
  completed_at: Date | null;
  score: number | null;
  minutes: number;
  imported: boolean;
  sort_key: string;
}

export const progress = ({ status, percent, required_done, required_total }: ProgressRow): Progress => ({ status, percent, requiredDone: required_done, requiredTotal: required_total });

export const registrationView = (row: RegistrationSqlRow, lessons: OutlineRow[], next: CourseCard[]): RegistrationView => ({
  ...progress(row),
  id: row.id,
  course: { id: row.course_id, title: row.title, domain: row.domain, kind: row.kind, summary: row.summary },
  version: row.version,
  latestVersion: row.latest_version,
  registeredAt: row.registered_at.toISOString(),
  chapters: outline(lessons),
  resumeLessonKey: resumeKey(lessons),
  completion: row.completion_id
    ? { id: row.completion_id, registrationId: row.id, completedAt: row.completed_at!.toISOString(), score: row.score, minutes: row.minutes!, department: row.department!, position: row.position! }
    : null,
  next,
});

export const recordRow = (row: RecordSqlRow): RegistrationRow => ({
  id: row.id,
  course: { id: row.course_id, title: row.title, domain: row.domain, kind: row.kind },
  status: row.status,
  state: row.state,
  percent: row.percent,
  registeredAt: row.registered_at.toISOString(),
  lastActivityAt: row.last_activity_at?.toISOString() ?? null,
  completedAt: row.completed_at?.toISOString() ?? null,
  score: row.score,
  minutes: row.minutes,
  imported: row.imported,
});
