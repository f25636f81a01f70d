import type { AttemptView, QuestionKind } from '@zhixing/courses/contract';
import type { Choice } from './courses.entities.ts';
import { byTopic } from './grading.rules.ts';
import { attemptsLeft } from './lessons.view.ts';

export interface AttemptRow {
  id: string;
  registration_id: string;
  lesson_id: string;
  number: number;
  started_at: Date;
  submitted_at: Date | null;
  score: number | null;
  passed: boolean | null;
  lesson_key: string;
  lesson_title: string;
  pass_mark: number;
  attempts: number;
  attempts_used: number;
  required: boolean;
  corrected_score: number | null;
  corrected_passed: boolean | null;
  corrected_at: Date | null;
  correction_reason: string | null;
}

export interface PaperRow {
  id: string;
  kind: QuestionKind;
  topic: string;
  stem: string;
  explanation: string;
  choices: Choice[];
  answer: string[];
  sequence: number;
  correct: boolean | null;
}

/** The paper while open; with results once submitted. Which choice is right never leaves the server before. */
export const attemptView = (attempt: AttemptRow, paper: PaperRow[]): AttemptView => ({
  id: attempt.id,
  registrationId: attempt.registration_id,
  lessonKey: attempt.lesson_key,
  lessonTitle: attempt.lesson_title,
  number: attempt.number,
  startedAt: attempt.started_at.toISOString(),
  submittedAt: attempt.submitted_at?.toISOString() ?? null,
  passMark: attempt.pass_mark,
  score: attempt.score,
  passed: attempt.passed,
  attemptsLeft: attemptsLeft(attempt.attempts, attempt.attempts_used),
  regraded: attempt.corrected_at && { score: attempt.corrected_score!, passed: attempt.corrected_passed!, at: attempt.corrected_at.toISOString(), reason: attempt.correction_reason! },
  topics: attempt.submitted_at ? byTopic(paper.map(({ topic, correct }) => ({ topic, correct: correct === true }))) : [],
  questions: paper.map(({ id, kind, topic, stem, choices, answer, sequence, explanation, correct }) => ({
    id, kind, topic, stem, answer, sequence,
    choices: choices.map(({ key, text }) => ({ key, text })),
    result: attempt.submitted_at ? resultOf(correct === true, choices, explanation) : null,
  })),
});

const resultOf = (correct: boolean, choices: Choice[], explanation: string) => ({
  correct,
  correctChoices: choices.filter((choice) => choice.correct).map((choice) => choice.key),
  explanation,
  choiceExplanations: Object.fromEntries(choices.flatMap((choice) => (choice.explanation ? [[choice.key, choice.explanation]] : []))),
});
