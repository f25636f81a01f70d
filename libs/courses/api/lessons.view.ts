import type { LessonView } from '@zhixing/courses/contract';
import { lessonRule, outlineLesson, type OutlineRow } from './courses.view.ts';
import { remainingSeconds } from './progress.rules.ts';

export interface LessonSqlRow extends OutlineRow {
  body: string;
  previous_key: string | null;
  next_key: string | null;
  attempts_used: number;
  /** JSON from SQL: times are ISO texts with an offset. */
  tries: { id: string; number: number; started_at: string; submitted_at: string | null; score: number | null; passed: boolean | null }[];
}

/** How many tries are left; null = no limit. */
export const attemptsLeft = (limit: number, used: number): number | null => (limit ? Math.max(0, limit - used) : null);

export const lessonView = (row: LessonSqlRow): LessonView => ({
  ...outlineLesson(row),
  chapterTitle: row.chapter_title,
  rule: lessonRule(row),
  body: row.body,
  remainingSeconds: remainingSeconds(row),
  attempts: row.tries.map(({ id, number, started_at, submitted_at, score, passed }) => ({
    id, number, startedAt: new Date(started_at).toISOString(), submittedAt: submitted_at && new Date(submitted_at).toISOString(), score, passed,
  })),
  attemptsLeft: row.kind === 'quiz' ? attemptsLeft(row.attempts, row.attempts_used) : null,
  previousKey: row.previous_key,
  nextKey: row.next_key,
});
