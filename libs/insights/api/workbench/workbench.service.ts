import { Injectable } from '@nestjs/common';
import { type ContentReview, type ContentReviews, HARD_QUESTIONS_SHOWN, type HardQuestion, type HardQuestions, type Workbench, WORKBENCH_CAMPAIGNS, type WorkbenchCampaign } from '@zhixing/insights/contract';
import { administrationScope } from '@zhixing/people/api';
import { type Actor, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import * as sql from './workbench.queries.ts';

interface TodayRow extends Pick<Workbench['waiting'], 'exceptions' | 'approvals' | 'runs'> {
  failed_mails: number;
  hr_sync: Workbench['hrSync'];
}

/** Sort key of reviews: day, course. */
const ReviewKey = z.tuple([z.iso.date(), z.uuid()]);

/** What an L&D administrator has to do today, within their scope. */
@Injectable()
export class WorkbenchService {
  constructor(private readonly database: Database) {}

  async workbench(actor: Actor): Promise<Workbench> {
    const scope = administrationScope(actor);
    const [campaigns, today] = await Promise.all([
      this.database.rows<WorkbenchCampaign & { total: number }>(sql.CAMPAIGNS, [scope, WORKBENCH_CAMPAIGNS]),
      first<TodayRow>(this.database, sql.TODAY, [scope, actor.personId]),
    ]);
    const { failed_mails: failedMails, hr_sync: hrSync, ...waiting } = today!;
    return { campaigns, activeCampaigns: campaigns[0]?.total ?? 0, waiting, failedMails, hrSync: hrSync && { ...hrSync, at: new Date(hrSync.at).toISOString() } };
  }

  /** Asked apart: it reads the answers of all courses. */
  async questions(actor: Actor): Promise<HardQuestions> {
    const items = await this.database.rows<HardQuestion & { total: number }>(sql.HARD_QUESTIONS, [administrationScope(actor), actor.personId, HARD_QUESTIONS_SHOWN]);
    return { items, total: items[0]?.total ?? 0 };
  }

  /** Courses whose content is to be reviewed, the longest overdue first. */
  async reviews(actor: Actor, { limit, cursor }: PageQuery): Promise<ContentReviews> {
    const after = decodeCursor(ReviewKey, cursor) ?? [null, null];
    const rows = await this.database.rows<ContentReview>(sql.CONTENT_REVIEWS, [administrationScope(actor), actor.personId, ...after, limit + 1]);
    return page(rows, limit, (row) => [row.dueOn, row.courseId], (row) => row);
  }
}
