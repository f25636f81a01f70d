import type { QuestionKind } from '@zhixing/courses/contract';
import type { Choice } from './courses.entities.ts';

/** Whether exactly the right choices were picked; part of them is wrong. */
export function isCorrect(choices: readonly Choice[], picked: readonly string[]): boolean {
  const right = choices.filter((choice) => choice.correct).map((choice) => choice.key);
  return right.length === picked.length && right.every((key) => picked.includes(key));
}

/** Percent of right answers, floored: 100 only when all are right. */
export const scoreOf = (correct: number, questions: number): number => (questions ? Math.floor((100 * correct) / questions) : 0);

/** Whether an answer can be stored: every choice exists, none twice, and at most one for a single choice. */
export function isAnswerable(kind: QuestionKind, choices: readonly Choice[], picked: readonly string[]): boolean {
  const known = new Set(choices.map((choice) => choice.key));
  return picked.every((key) => known.has(key)) && new Set(picked).size === picked.length && (kind === 'multiple' || picked.length <= 1);
}

/** Right answers by topic, in the order topics appear on the paper. */
export function byTopic(questions: readonly { topic: string; correct: boolean }[]): { topic: string; correct: number; total: number }[] {
  const topics = new Map<string, { topic: string; correct: number; total: number }>();
  for (const { topic, correct } of questions) {
    const tally = topics.get(topic) ?? { topic, correct: 0, total: 0 };
    topics.set(topic, { topic, correct: tally.correct + (correct ? 1 : 0), total: tally.total + 1 });
  }
  return [...topics.values()];
}
