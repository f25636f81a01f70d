import { Injectable } from '@nestjs/common';
import type { CourseReview, Domain, SetReview } from '@zhixing/courses/contract';
import { type Actor, AppError, audit, Database, first, type Reader } from '@zhixing/platform/api';
import { mayAdminister, type OwnedCourse } from '../courses.policy.ts';
import { MARK_REVIEWED, REVIEW, SET_REVIEW_MONTHS } from './reviews.queries.ts';
import { defaultReviewMonths } from './reviews.rules.ts';

interface ReviewRow extends OwnedCourse {
  id: string;
  domain: Domain;
  owner: string | null;
  months: number;
  reviewed_on: string;
  due_on: string;
  today: string;
}

/** When the content of a course is reviewed, and that it was. */
@Injectable()
export class ReviewsService {
  constructor(private readonly database: Database) {}

  /** @throws AppError not_found for a course the actor does not administer */
  async ofCourse(actor: Actor, id: string, reader: Reader = this.database): Promise<CourseReview> {
    const row = await this.find(actor, id, reader);
    return {
      owner: row.owner === null ? null : { displayName: row.owner }, months: row.months, defaultMonths: defaultReviewMonths(row.domain), reviewedOn: row.reviewed_on, dueOn: row.due_on, overdue: row.due_on < row.today,
      can: { edit: actor.permissions.has('course:write'), mark: actor.permissions.has('course:write') && row.reviewed_on < row.today },
    };
  }

  /** Every so many months from the last review on. @throws AppError not_found */
  async setMonths(actor: Actor, id: string, { months }: SetReview): Promise<CourseReview> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(actor, id, tx);
      if (await first(tx, SET_REVIEW_MONTHS, [id, months])) await audit(tx, actor, { action: 'course.review_interval', object: { type: 'course', id }, facts: { months, before: before.months } });
      return this.ofCourse(actor, id, tx);
    });
  }

  /** The content is as it should be today; said again on the same day it changes nothing. @throws AppError not_found */
  async mark(actor: Actor, id: string): Promise<CourseReview> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(actor, id, tx);
      if (await first(tx, MARK_REVIEWED, [id])) await audit(tx, actor, { action: 'course.review', object: { type: 'course', id }, facts: { before: before.reviewed_on, dueOn: before.due_on } });
      return this.ofCourse(actor, id, tx);
    });
  }

  private async find(actor: Actor, id: string, reader: Reader): Promise<ReviewRow> {
    const row = await first<ReviewRow>(reader, REVIEW, [id]);
    if (!row || !mayAdminister(actor, row)) throw new AppError('not_found');
    return row;
  }
}
