import { Injectable } from '@nestjs/common';
import { type CorrectedGrade, type CorrectGrade, coursesEvents, type GradedAttempt, type GradedAttemptQuery, type GradedAttempts } from '@zhixing/courses/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, notify, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { mayAdminister, type OwnedCourse } from './courses.policy.ts';
import { ADD_CORRECTION, ATTEMPT_TO_CORRECT, CORRECT, FELL_BELOW, GRADE_CORRECTION, GRADED_ATTEMPTS, HOLD_CHAIN } from './grades.queries.ts';
import { coursesMessages } from './messages.ts';
import { type HeldRegistration, ProgressService } from './progress.service.ts';
import { VersionsService } from './versions.service.ts';

interface GradedRow {
  id: string;
  person_id: string;
  lesson: string;
  version: number;
  number: number;
  submitted_at: Date;
  sort_key: string;
  score: number;
  passed: boolean;
  pass_mark: number;
  corrected_score: number | null;
  corrected_passed: boolean | null;
  corrected_at: Date | null;
  reason: string | null;
  by_person_id: string | null;
}

interface AttemptToCorrect extends OwnedCourse {
  id: string;
  submitted_at: Date | null;
  lesson_key: string;
  lesson: string;
  pass_mark: number;
  registration_id: string;
  person_id: string;
  title: string;
}

/** A decision about a grade, as rooms above read it. */
export interface GradeCorrectionFact {
  id: string;
  score: number;
  reason: string;
  by_person_id: string;
}

export const gradeCorrection = (reader: Reader, id: string): Promise<GradeCorrectionFact | undefined> => first<GradeCorrectionFact>(reader, GRADE_CORRECTION, [id]);

/** Grades of others, and decisions about them: each by a named person, with a reason. */
@Injectable()
export class GradesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly progress: ProgressService,
    private readonly versions: VersionsService,
  ) {}

  /** Submitted attempts at a course, newest first. @throws AppError not_found for a course of others */
  async attempts(actor: Actor, courseId: string, { q, cursor, limit }: GradedAttemptQuery): Promise<GradedAttempts> {
    await this.versions.administered(this.database, actor, courseId);
    const [at, id] = decodeCursor(z.tuple([z.string(), z.uuid()]), cursor) ?? [null, null];
    const rows = await this.database.rows<GradedRow>(GRADED_ATTEMPTS, [courseId, q || null, at, id, limit + 1]);
    const cards = await this.people.cards(rows.flatMap((row) => [row.person_id, ...(row.by_person_id ? [row.by_person_id] : [])]));
    return page(rows, limit, (row) => [row.sort_key, row.id], ({ id, lesson, version, number, score, passed, ...row }): GradedAttempt => ({
      id, lesson, version, number, score, passed,
      person: cards.get(row.person_id)!,
      submittedAt: row.submitted_at.toISOString(),
      passMark: row.pass_mark,
      correction: row.corrected_at && { score: row.corrected_score!, passed: row.corrected_passed!, at: row.corrected_at.toISOString(), reason: row.reason!, by: cards.get(row.by_person_id!) ?? null },
    }));
  }

  /**
   * A better grade may complete lesson and course. A worse one lowers no completion: when nothing passes any more, it says so by an event, and whoever answers for certificates decides.
   * @throws AppError not_found, courses.own_grade, courses.not_submitted
   */
  async correct(tx: Transaction, actor: Actor, attemptId: string, { score, reason }: CorrectGrade): Promise<CorrectedGrade> {
    const attempt = await first<AttemptToCorrect>(tx, ATTEMPT_TO_CORRECT, [attemptId]);
    if (!attempt || !mayAdminister(actor, attempt)) throw new AppError('not_found');
    if (attempt.person_id === actor.personId) throw new AppError('courses.own_grade');
    if (!attempt.submitted_at) throw new AppError('courses.not_submitted');
    const chain = await tx.rows<HeldRegistration>(HOLD_CHAIN, [attempt.registration_id]);
    const [id, passed] = [uuid(), score >= attempt.pass_mark];
    await tx.rows(CORRECT, [id, attemptId, score, passed, actor.personId, reason]);
    await audit(tx, actor, { action: 'attempt.correct', object: { type: 'attempt', id: attemptId }, facts: { registrationId: attempt.registration_id, score, passed, reason } });
    for (const held of chain) {
      await tx.rows(ADD_CORRECTION, [held.id, attempt.lesson_key, score]);
      await this.progress.lessonFinished(tx, actor, held);
    }
    const last = chain.at(-1)!;
    const { fell: fellBelow } = (await first<{ fell: boolean }>(tx, FELL_BELOW, [chain.map((one) => one.id), attempt.lesson_key]))!;
    if (fellBelow) await emit(tx, coursesEvents['courses.fell_below_pass'], { correctionId: id, personId: last.person_id, courseId: last.course_id, registrationId: last.id });
    const values = { course: attempt.title, lesson: attempt.lesson, score, person: (await this.people.card(actor.personId, tx)).displayName, reason };
    await notify(tx, { template: coursesMessages.gradeCorrected, to: [last.person_id], subject: { type: 'attempt', id: attemptId }, stage: id, values, link: `/registrations/${last.id}` });
    return { id, score, passed, fellBelow };
  }
}
