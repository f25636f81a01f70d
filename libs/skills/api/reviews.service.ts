import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page, type Transaction } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { type DecidedSkillReview, type DecideSkillReview, type SkillReview, type SkillReviewList, type SkillReviewQuery, skillsPages } from '@zhixing/skills/contract';
import { z } from 'zod';
import { skillOf, type SkillSqlRow } from './framework.view.ts';
import { skillsMessages } from './messages.ts';
import { CLOSE_REVIEW, HOLD_REVIEW, OPEN_REVIEW, REVIEW_QUEUE, VOTE, VOTED_LEVELS, WITHDRAW } from './reviews.queries.ts';
import { grantedLevel } from './reviews.rules.ts';
import { SkillsService } from './skills.service.ts';

interface QueueRow extends Omit<SkillSqlRow, 'id'> {
  id: string;
  person_id: string;
  skill_id: string;
  level: number;
  claimed: number;
  anchor: Localized;
  note: string;
  opened_at: Date;
  sort_key: string;
  votes: number;
}

interface HeldReview {
  id: string;
  person_id: string;
  skill_id: string;
  level: number;
  note: string;
  state: 'open' | 'granted' | 'returned' | 'withdrawn';
  name: Localized;
}

/** Reviews of what people claim of their skills: opened by a self-assessment, decided by people other than its owner. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  /** Opens a review of one's own claim when it is above today's level, in place of one that is open; tells the line manager. The review bears the id of the self-assessment. */
  async open(tx: Transaction, actor: Actor, { id, skillId, level, note }: { id: string; skillId: string; level: number; note: string }): Promise<void> {
    await tx.rows(WITHDRAW, [actor.personId, skillId]);
    const opened = await first<{ managers: string[]; person: string; skill: Localized }>(tx, OPEN_REVIEW, [id, actor.personId, skillId, level, note]);
    if (!opened?.managers.length) return;
    const values = { person: opened.person, skill: opened.skill, level };
    await notify(tx, { template: skillsMessages.reviewOpened, to: opened.managers, subject: { type: 'skill_review', id }, values, link: skillsPages.reviews.path });
  }

  /** The claims that wait for the actor's word, the oldest first. */
  async queue(actor: Actor, { cursor, limit }: SkillReviewQuery): Promise<SkillReviewList> {
    const after = decodeCursor(z.tuple([z.string(), z.uuid()]), cursor) ?? [null, null];
    const rows = await this.database.rows<QueueRow>(REVIEW_QUEUE, [actor.personId, administrationScope(actor), ...after, limit + 1]);
    const cards = await this.people.cards(rows.map((row) => row.person_id));
    return page(rows, limit, (row) => [row.sort_key, row.id], ({ id, person_id, skill_id, axis, name, description, level, claimed, anchor, note, opened_at, votes }): SkillReview => ({
      id, level, claimed, anchor, note, votes,
      person: cards.get(person_id)!,
      skill: skillOf({ id: skill_id, axis, name, description }),
      openedAt: opened_at.toISOString(),
    }));
  }

  /**
   * Gives the actor's word. What is granted is verified evidence; the person is told either way.
   * @throws AppError not_found for people one neither leads nor administers; skills.own_review, skills.review_closed, skills.reviewed_already
   */
  async decide(tx: Transaction, actor: Actor, id: string, decision: DecideSkillReview): Promise<DecidedSkillReview> {
    const review = await first<HeldReview>(tx, HOLD_REVIEW, [actor.personId, administrationScope(actor), id]);
    if (!review) throw new AppError('not_found');
    if (review.person_id === actor.personId) throw new AppError('skills.own_review');
    if (review.state !== 'open') throw new AppError('skills.review_closed');
    const said = { accept: review.level, level: decision.level ?? null, return: null }[decision.verdict];
    if (!(await first(tx, VOTE, [id, actor.personId, said, decision.reason]))) throw new AppError('skills.reviewed_already');
    await audit(tx, actor, { action: 'skill.review', object: { type: 'skill_review', id }, facts: { personId: review.person_id, skillId: review.skill_id, verdict: decision.verdict, level: said, reason: decision.reason } });
    if (said === null) return this.close(tx, actor, review, 'returned', null, decision.reason);
    const level = grantedLevel((await tx.rows<{ level: number }>(VOTED_LEVELS, [id])).map((vote) => vote.level));
    return level === null ? { id, state: 'open', level: null } : this.close(tx, actor, review, 'granted', level, decision.reason);
  }

  private async close(tx: Transaction, actor: Actor, review: HeldReview, state: 'granted' | 'returned', level: number | null, reason: string): Promise<DecidedSkillReview> {
    const { id, person_id: personId, skill_id: skillId, name: skill, note } = review;
    await tx.rows(CLOSE_REVIEW, [id, state, level]);
    if (level !== null) await this.skills.offerEvidence(tx, { personId, skillId, level, source: { kind: 'review', id }, artefact: { title: note || reason, link: null } });
    const values = { skill, reason, person: (await this.people.card(actor.personId, tx)).displayName, ...(level !== null && { level }) };
    await notify(tx, { template: level === null ? skillsMessages.reviewReturned : skillsMessages.reviewGranted, to: [personId], subject: { type: 'skill_review', id }, values, link: skillsPages.mine.path });
    return { id, state, level };
  }
}
