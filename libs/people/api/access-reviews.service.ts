import { Injectable } from '@nestjs/common';
import type { AccessReviewList, AccessReviewView, DecideItem, ReviewItemList, ReviewItemParams, Role } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Task } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { DECIDE, OPEN_REVIEW, REVIEW, REVIEW_ITEM, REVIEW_ITEMS, REVIEW_OPENED, REVIEWS } from './access-reviews.queries.ts';
import { RolesService } from './roles.service.ts';
import { type ItemRow, mayGrant, reviewItem, type ReviewRow, reviewView } from './roles.view.ts';

const ItemCursor = z.tuple([z.boolean(), z.uuid()]);

/** The quarterly access review: every grant that stands when it opens is confirmed or removed by somebody whom it is not about. */
@Injectable()
export class AccessReviewsService {
  constructor(
    private readonly database: Database,
    private readonly roles: RolesService,
  ) {}

  async reviews(actor: Actor): Promise<AccessReviewList> {
    const [rows, opened] = await Promise.all([this.database.rows<ReviewRow>(REVIEWS), first(this.database, REVIEW_OPENED)]);
    return { items: rows.map(reviewView), can: { open: mayGrant(actor) && !opened } };
  }

  /** Opens the review of this quarter before its time comes. @throws AppError people.review_opened */
  async open(actor: Actor): Promise<AccessReviewView> {
    const id = await this.openFor(actor);
    if (!id) throw new AppError('people.review_opened');
    return this.review(id);
  }

  /** The task: opens the review of this quarter when nobody has. */
  async run(): Promise<void> {
    await this.openFor(null);
  }

  private openFor(actor: Actor | null): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const id = uuid();
      const opened = await first<{ quarter: string; grants: number }>(tx, OPEN_REVIEW, [id, actor?.personId ?? null]);
      if (!opened) return null;
      await audit(tx, actor ?? { address: 'worker', requestId: id }, { action: 'access_review.open', object: { type: 'access_review', id }, facts: { ...opened } });
      return id;
    });
  }

  /** One page of a review, what is open first. @throws AppError not_found */
  async items(actor: Actor, id: string, { cursor, limit }: PageQuery): Promise<ReviewItemList> {
    const after = decodeCursor(ItemCursor, cursor) ?? [null, null];
    const [review, rows] = await Promise.all([this.review(id), this.database.rows<ItemRow>(REVIEW_ITEMS, [id, ...after, limit])]);
    return { review, ...page(rows, limit, (row) => [row.state !== 'open', row.id], (row) => reviewItem(row, actor)) };
  }

  /** Confirms a grant or ends it. @throws AppError not_found; closed when it is settled; people.own_role; people.security_administrators */
  async decide(actor: Actor, { id, grantId }: ReviewItemParams, { decision }: DecideItem): Promise<void> {
    await this.database.transaction(async (tx) => {
      const decided = await first<{ role: Role }>(tx, DECIDE, [id, grantId, decision, actor.personId]);
      if (!decided) {
        const item = await first<{ state: string; person_id: string }>(tx, REVIEW_ITEM, [id, grantId]);
        throw new AppError(!item ? 'not_found' : item.state === 'open' ? 'people.own_role' : 'closed');
      }
      if (decision === 'removed') await this.roles.endWithin(tx, actor, { id: grantId, role: decided.role });
      await audit(tx, actor, { action: `access_review.${decision === 'removed' ? 'remove' : 'confirm'}`, object: { type: 'role_grant', id: grantId }, facts: { review: id, role: decided.role } });
    });
  }

  private async review(id: string): Promise<AccessReviewView> {
    const row = await first<ReviewRow>(this.database, REVIEW, [id]);
    if (!row) throw new AppError('not_found');
    return reviewView(row);
  }
}

/** Looks every morning, so that a worker that was down on the first of the quarter makes up for it. */
export const accessReviewTask: Task = { name: 'people.access_review', cron: '0 6 * * *', by: AccessReviewsService };
