import { Injectable } from '@nestjs/common';
import type { AdministeredCourse, AdministeredCourses, CourseStatistics, Domain, LessonKind, StatisticsQuery, StuckLearners, StuckQuery } from '@zhixing/courses/contract';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import { z } from 'zod';
import { type AttentionColumns, attentionReason } from './attention.ts';
import { mayAdminister, type OwnedCourse } from './courses.policy.ts';
import { ADMINISTERED, FUNNEL, LESSON_FIGURES, MEASURED_COURSE, QUESTION_FIGURES, STUCK } from './statistics.queries.ts';

interface MeasuredCourse extends OwnedCourse {
  id: string;
  title: string;
  domain: Domain;
  current_version: number;
  versions: { id: string; number: number }[];
}

interface StuckRow extends AttentionColumns {
  registration_id: string;
  person_id: string;
  percent: number;
  current_lesson: string | null;
}

const StuckCursor = z.tuple([z.int(), z.uuid()]);

@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** The courses whose statistics the actor may see. */
  async administered(actor: Actor): Promise<AdministeredCourses> {
    return { items: await this.database.rows<AdministeredCourse>(ADMINISTERED, [actor.personId, administrationScope(actor)]) };
  }

  /** Funnel, lessons and questions of one version. @throws AppError not_found for a course of somebody else or a version that is not */
  async ofCourse(actor: Actor, id: string, { version }: StatisticsQuery): Promise<CourseStatistics> {
    const { course, versionId, number } = await this.measured(actor, id, version);
    const [funnel, lessons, questions] = await Promise.all([
      first<CourseStatistics['funnel'] & { stuck: number }>(this.database, FUNNEL, [versionId]),
      this.database.rows<{ key: string; title: string; kind: LessonKind; required: boolean; reached: number; finished: number; median_minutes: number | null }>(LESSON_FIGURES, [versionId]),
      this.database.rows<{ id: string; lesson_key: string; lesson_title: string; topic: string; stem: string; n: number; facility: number | null }>(QUESTION_FIGURES, [versionId]),
    ]);
    const { stuck, ...counts } = funnel!;
    return {
      course: { id: course.id, title: course.title, domain: course.domain },
      version: number,
      versions: course.versions.map((one) => one.number),
      funnel: counts,
      lessons: lessons.map(({ median_minutes, ...lesson }) => ({ ...lesson, medianMinutes: median_minutes })),
      questions: questions.map(({ lesson_key, lesson_title, ...question }) => ({ ...question, lessonKey: lesson_key, lessonTitle: lesson_title })),
      stuck,
    };
  }

  /** Who is stuck at a version, longest first. */
  async stuck(actor: Actor, id: string, query: StuckQuery): Promise<StuckLearners> {
    const { versionId } = await this.measured(actor, id, query.version);
    const cursor = decodeCursor(StuckCursor, query.cursor);
    const rows = await this.database.rows<StuckRow>(STUCK, [versionId, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1]);
    const cards = await this.people.cards(rows.map((row) => row.person_id));
    return page(rows.filter((row) => cards.has(row.person_id)), query.limit, (row) => [row.days, row.registration_id], (row) => ({
      registrationId: row.registration_id,
      person: cards.get(row.person_id)!,
      percent: row.percent,
      lesson: row.current_lesson,
      reason: attentionReason(row),
    }));
  }

  private async measured(actor: Actor, id: string, version: number | undefined): Promise<{ course: MeasuredCourse; versionId: string; number: number }> {
    const course = await first<MeasuredCourse>(this.database, MEASURED_COURSE, [id]);
    const number = version ?? course?.current_version;
    const versionId = course?.versions.find((one) => one.number === number)?.id;
    if (!course || !versionId || !mayAdminister(actor, course)) throw new AppError('not_found');
    return { course, versionId, number: number! };
  }
}
