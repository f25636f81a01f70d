import type { LessonRule, OutlineLesson } from '@zhixing/courses/contract';
import { formatMonthDay, text } from '@zhixing/platform/web';

/** `45 秒`, `1 分 30 秒`. */
export function formatSeconds(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return text('courses:seconds', { count: rest });
  return rest === 0 ? text('courses:wholeMinutes', { count: minutes }) : text('courses:minutesAndSeconds', { minutes, seconds: rest });
}

/** What earns the tick, in words; every lesson prints it. */
export function ruleText(rule: LessonRule): string {
  if (rule.kind === 'article') return rule.minimumSeconds === 0 ? text('courses:rule.read') : text('courses:rule.readFor', { time: formatSeconds(rule.minimumSeconds) });
  const words = text('courses:rule.quiz', { count: rule.questions, passMark: rule.passMark });
  return rule.attempts === 0 ? words : text('courses:rule.withAttempts', { rule: words, attempts: text('courses:rule.attempts', { count: rule.attempts }) });
}

/** How the tick came about: when, and with which score. */
export function earnedText(lesson: Pick<OutlineLesson, 'earned'>): string | null {
  if (!lesson.earned) return null;
  const day = formatMonthDay(lesson.earned.at);
  return lesson.earned.score === null ? text('courses:earned.read', { day }) : text('courses:earned.quiz', { day, score: lesson.earned.score });
}
