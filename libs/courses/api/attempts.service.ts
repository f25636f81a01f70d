import { Injectable } from '@nestjs/common';
import type { AttemptView, LessonParams, SaveAnswers, SavedAnswers, SubmitResult } from '@zhixing/courses/contract';
import { type Actor, AppError, audit, Database, first, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { ADD_GRADE, ATTEMPT, GRADE_ANSWERS, GRADE_ATTEMPT, HOLD_ATTEMPT, OPEN_ATTEMPT, PAPER, SAVE_ANSWERS, SEQUENCES, SHARE_ATTEMPT, START_ATTEMPT, TAKE_ATTEMPT } from './attempts.queries.ts';
import { type AttemptRow, attemptView, type PaperRow } from './attempts.view.ts';
import { isAnswerable, isCorrect, scoreOf } from './grading.rules.ts';
import { LessonsService } from './lessons.service.ts';
import { ProgressService } from './progress.service.ts';
import { TOUCH } from './registrations.queries.ts';

@Injectable()
export class AttemptsService {
  constructor(
    private readonly database: Database,
    private readonly lessons: LessonsService,
    private readonly progress: ProgressService,
  ) {}

  /** Starts a try at a quiz, or returns the one that is open. @throws AppError courses.no_attempts_left, courses.wrong_lesson_kind */
  async start(actor: Actor, { id, key }: LessonParams): Promise<AttemptView> {
    return this.database.transaction(async (tx) => {
      const held = await this.progress.hold(tx, actor, id);
      const lesson = await this.lessons.hold(tx, held, key);
      if (lesson.kind !== 'quiz') throw new AppError('courses.wrong_lesson_kind');
      const open = await first<{ id: string }>(tx, OPEN_ATTEMPT, [held.id, lesson.id]);
      if (open) return this.view(tx, actor, open.id);
      const taken = await first<{ attempts_used: number }>(tx, TAKE_ATTEMPT, [held.id, lesson.id, lesson.attempts]);
      if (!taken) throw new AppError('courses.no_attempts_left', { limit: lesson.attempts });
      const attemptId = uuid();
      await tx.rows(START_ATTEMPT, [attemptId, held.id, lesson.id, taken.attempts_used]);
      await tx.rows(TOUCH, [held.id]);
      await audit(tx, actor, { action: 'attempt.start', object: { type: 'attempt', id: attemptId }, facts: { registrationId: held.id, number: taken.attempts_used } });
      return this.view(tx, actor, attemptId);
    });
  }

  /** One of the actor's own attempts. @throws AppError not_found */
  async one(actor: Actor, id: string): Promise<AttemptView> {
    return this.view(this.database, actor, id);
  }

  /**
   * Stores answers as they are given; a save with a lower sequence than the stored one changes nothing. All or none.
   * @throws AppError courses.attempt_submitted, courses.unknown_choice naming the answer
   */
  async save(actor: Actor, id: string, { answers }: SaveAnswers): Promise<SavedAnswers> {
    return this.database.transaction(async (tx) => {
      const attempt = await this.need(tx, SHARE_ATTEMPT, actor, id);
      if (attempt.submitted_at) throw new AppError('courses.attempt_submitted');
      const paper = new Map((await tx.rows<PaperRow>(PAPER, [id, attempt.lesson_id])).map((question) => [question.id, question]));
      answers.forEach(({ questionId, choices }, i) => {
        const question = paper.get(questionId);
        if (!question) throw new AppError('invalid', {}, [{ path: `answers.${i}.questionId`, message: questionId }]);
        if (!isAnswerable(question.kind, question.choices, choices)) throw new AppError('courses.unknown_choice', {}, [{ path: `answers.${i}.choices`, message: choices.join() }]);
      });
      const newest = new Map([...answers].sort((a, b) => a.sequence - b.sequence).map((answer) => [answer.questionId, answer]));
      await tx.rows(SAVE_ANSWERS, [id, JSON.stringify([...newest.values()].map(({ questionId, sequence, choices }) => ({ question: questionId, sequence, choices })))]);
      const saved = await tx.rows<{ question_id: string; sequence: number }>(SEQUENCES, [id, [...newest.keys()]]);
      return { saved: saved.map((row) => ({ questionId: row.question_id, sequence: row.sequence })) };
    });
  }

  /** Grades an attempt by what is stored; submitting it again returns the same result. */
  async submit(actor: Actor, id: string): Promise<SubmitResult> {
    return this.database.transaction(async (tx) => {
      const { registration_id } = await this.need(tx, ATTEMPT, actor, id);
      const held = await this.progress.hold(tx, actor, registration_id);
      const attempt = await this.need(tx, HOLD_ATTEMPT, actor, id);
      if (!attempt.submitted_at) await this.grade(tx, actor, attempt);
      const progress = attempt.submitted_at ? await this.progress.now(tx, held.id) : await this.progress.lessonFinished(tx, actor, held);
      return { attempt: await this.view(tx, actor, id), progress };
    });
  }

  private async grade(tx: Transaction, actor: Actor, attempt: AttemptRow): Promise<void> {
    const paper = await tx.rows<PaperRow>(PAPER, [attempt.id, attempt.lesson_id]);
    const graded = paper.map((question) => ({ question: question.id, correct: isCorrect(question.choices, question.answer) }));
    const score = scoreOf(graded.filter((answer) => answer.correct).length, graded.length);
    const passed = score >= attempt.pass_mark;
    await tx.rows(GRADE_ANSWERS, [attempt.id, JSON.stringify(graded)]);
    await tx.rows(GRADE_ATTEMPT, [attempt.id, score, passed]);
    await tx.rows(ADD_GRADE, [attempt.registration_id, attempt.lesson_id, score, passed]);
    await tx.rows(TOUCH, [attempt.registration_id]);
    await audit(tx, actor, { action: 'attempt.submit', object: { type: 'attempt', id: attempt.id }, facts: { registrationId: attempt.registration_id, score, passed } });
  }

  private async need(reader: Reader, query: typeof ATTEMPT, actor: Actor, id: string): Promise<AttemptRow> {
    const attempt = await first<AttemptRow>(reader, query, [id, actor.personId]);
    if (!attempt) throw new AppError('not_found');
    return attempt;
  }

  private async view(reader: Reader, actor: Actor, id: string): Promise<AttemptView> {
    const attempt = await this.need(reader, ATTEMPT, actor, id);
    return attemptView(attempt, await reader.rows<PaperRow>(PAPER, [id, attempt.lesson_id]));
  }
}
