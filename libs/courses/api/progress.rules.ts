import type { LearningState, LessonState, RegistrationStatus } from '@zhixing/courses/contract';

/** Floor percent over the required lessons: 100 only when every one is done. */
export const percentOf = (done: number, total: number): number => (total ? Math.floor((100 * done) / total) : 0);

/** What a person reads of a registration: not opened yet, learning, finished. */
export function learningState(registration: { status: RegistrationStatus; started_at: Date | null } | null): LearningState {
  if (!registration) return 'none';
  if (registration.status === 'passed') return 'finished';
  return registration.started_at ? 'learning' : 'registered';
}

export const lessonState = (state: { opened_at: Date | null; completed_at: Date | null }): LessonState => (state.completed_at ? 'completed' : state.opened_at ? 'in_progress' : 'not_started');

/** Where to go on: the first required lesson not done, else the first optional one, else the first of all. */
export function resumeKey(lessons: readonly { key: string; required: boolean; completed_at: Date | null }[]): string | null {
  const open = lessons.filter((lesson) => !lesson.completed_at);
  return (open.find((lesson) => lesson.required) ?? open[0] ?? lessons[0])?.key ?? null;
}

/** Mean of the best scores, floored; null when there is none. */
export const meanScore = (scores: readonly number[]): number | null => (scores.length ? Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null);

/** Seconds of reading still asked for; none once done. */
export const remainingSeconds = (lesson: { minimum_seconds: number; read_seconds: number; completed_at: Date | null }): number =>
  lesson.completed_at ? 0 : Math.max(0, lesson.minimum_seconds - lesson.read_seconds);
