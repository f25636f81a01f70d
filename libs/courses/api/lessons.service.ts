import { Injectable } from '@nestjs/common';
import type { EventResult, LearningEvent, LessonKind, LessonParams, LessonView, Progress } from '@zhixing/courses/contract';
import { type Actor, AppError, Database, first, type Transaction } from '@zhixing/platform/api';
import { ADD_EVENT, FINISH_LESSON, LESSON, LESSON_STATE, STORE_EVENT } from './lessons.queries.ts';
import { type LessonSqlRow, lessonView } from './lessons.view.ts';
import { lessonState, remainingSeconds } from './progress.rules.ts';
import { type HeldRegistration, ProgressService } from './progress.service.ts';
import { TOUCH } from './registrations.queries.ts';

/** Longest gap between two events that counts as learning, in seconds. */
const LONGEST_GAP = 15;

/** A lesson inside a held registration. */
export interface HeldLesson {
  id: string;
  kind: LessonKind;
  required: boolean;
  minimum_seconds: number;
  pass_mark: number;
  attempts: number;
  opened_at: Date | null;
  completed_at: Date | null;
  read_seconds: number;
}

@Injectable()
export class LessonsService {
  constructor(
    private readonly database: Database,
    private readonly progress: ProgressService,
  ) {}

  /** A lesson as the player shows it. @throws AppError not_found */
  async one(actor: Actor, { id, key }: LessonParams): Promise<LessonView> {
    const row = await first<LessonSqlRow>(this.database, LESSON, [id, actor.personId, key]);
    if (!row) throw new AppError('not_found');
    return lessonView(row);
  }

  /** The lesson of a held registration. @throws AppError not_found */
  async hold(tx: Transaction, held: HeldRegistration, key: string): Promise<HeldLesson> {
    const lesson = await first<HeldLesson>(tx, LESSON_STATE, [held.version_id, key, held.id]);
    if (!lesson) throw new AppError('not_found');
    return lesson;
  }

  /**
   * Takes in what the player reports. The server's clock measures; a repeated event changes nothing.
   * @throws AppError courses.too_early with the seconds left, courses.not_opened, courses.wrong_lesson_kind
   */
  async record(actor: Actor, { id, key }: LessonParams, event: LearningEvent): Promise<EventResult> {
    return this.database.transaction(async (tx) => {
      const held = await this.progress.hold(tx, actor, id);
      const lesson = await this.hold(tx, held, key);
      const marks = event.kind === 'marked_done';
      if (marks && lesson.kind !== 'article') throw new AppError('courses.wrong_lesson_kind');
      if (event.kind !== 'opened' && !lesson.opened_at) throw new AppError('courses.not_opened');
      const stored = await first<{ seconds: number }>(tx, STORE_EVENT, [event.id, held.id, lesson.id, actor.personId, event.kind, event.clientTime, LONGEST_GAP]);
      if (!stored) return result(lesson, await this.progress.now(tx, held.id));
      const after = { ...lesson, ...(await first<Pick<HeldLesson, 'read_seconds' | 'opened_at' | 'completed_at'>>(tx, ADD_EVENT, [held.id, lesson.id, stored.seconds]))! };
      await tx.rows(TOUCH, [held.id]);
      if (marks && !after.completed_at) return this.markDone(tx, actor, held, after);
      return result(after, await this.progress.now(tx, held.id));
    });
  }

  private async markDone(tx: Transaction, actor: Actor, held: HeldRegistration, lesson: HeldLesson): Promise<EventResult> {
    const remaining = remainingSeconds(lesson);
    if (remaining) throw new AppError('courses.too_early', { seconds: remaining });
    const finished = await first<{ completed_at: Date }>(tx, FINISH_LESSON, [held.id, lesson.id]);
    return result({ ...lesson, completed_at: finished!.completed_at }, await this.progress.lessonFinished(tx, actor, held));
  }
}

const result = (lesson: HeldLesson, progress: Progress): EventResult => ({ state: lessonState(lesson), remainingSeconds: remainingSeconds(lesson), progress });
