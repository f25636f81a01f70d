import { Injectable } from '@nestjs/common';
import { type AnswerCorrection, auditPages, type CorrectionList, type CorrectionQuery, type CorrectionView, type CreateCorrection, type MyCorrections, OPEN_CORRECTIONS } from '@zhixing/audit/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, first, Idempotency, type IdempotentRequest, notify, page, PersonalData, type Reader } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { ANSWER_CORRECTION, ANSWERED_PAGE, CORRECTION, CREATE_CORRECTION, LOCK_CORRECTIONS, MY_CORRECTIONS, OPEN_PAGE } from './corrections.queries.ts';
import { auditMessages } from './messages.ts';

interface CorrectionRow {
  id: string;
  person_id: string;
  about: string;
  text: string;
  created_at: Date;
  created_key: string;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
}

const Key = z.tuple([z.string().max(40), z.uuid()]);

/** What people say is wrong about their data, and the answers. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly idempotency: Idempotency,
    private readonly personal: PersonalData,
  ) {}

  async mine(actor: Actor): Promise<MyCorrections> {
    const rows = await this.database.rows<CorrectionRow>(MY_CORRECTIONS, [actor.personId]);
    return { items: await this.views(actor, rows, this.database) };
  }

  /** Asks for a correction. @throws AppError limit_reached with ten unanswered ones */
  async create(actor: Actor, request: IdempotentRequest, body: CreateCorrection): Promise<CorrectionView> {
    return this.idempotency.transaction(request, body, async (tx) => {
      await tx.rows(LOCK_CORRECTIONS, [actor.personId]);
      const row = await first<CorrectionRow>(tx, CREATE_CORRECTION, [uuid(), actor.personId, body.about, body.text, OPEN_CORRECTIONS]);
      if (!row) throw new AppError('limit_reached', { limit: OPEN_CORRECTIONS });
      await audit(tx, actor, { action: 'correction.ask', object: { type: 'correction', id: row.id }, after: row });
      return (await this.views(actor, [row], tx))[0]!;
    });
  }

  async list(actor: Actor, { state, limit, cursor }: CorrectionQuery): Promise<CorrectionList> {
    const after = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<CorrectionRow>(state === 'open' ? OPEN_PAGE : ANSWERED_PAGE, [...after, limit + 1]);
    const views = new Map((await this.views(actor, rows, this.database)).map((view) => [view.id, view]));
    return page(rows, limit, (row) => [row.created_key, row.id], (row) => views.get(row.id)!);
  }

  /** Answers a request, which closes it; the person is told. @throws AppError not_found; closed when it has an answer */
  async answer(actor: Actor, id: string, { answer }: AnswerCorrection): Promise<CorrectionView> {
    return this.database.transaction(async (tx) => {
      const row = await first<CorrectionRow>(tx, ANSWER_CORRECTION, [id, actor.personId, answer]);
      if (!row) throw new AppError((await first(tx, CORRECTION, [id])) ? 'closed' : 'not_found');
      await audit(tx, actor, { action: 'correction.answer', object: { type: 'correction', id }, after: row });
      const about = { zh: this.personal.titleOf(row.about, 'zh-CN'), en: this.personal.titleOf(row.about, 'en') };
      await notify(tx, { template: auditMessages.correctionAnswered, to: [row.person_id], subject: { type: 'correction', id }, values: { about }, link: auditPages.data.path });
      return (await this.views(actor, [row], tx))[0]!;
    });
  }

  private async views({ language }: Actor, rows: CorrectionRow[], reader: Reader): Promise<CorrectionView[]> {
    const cards = await this.people.cards([...new Set(rows.flatMap((row) => [row.person_id, ...(row.answered_by ? [row.answered_by] : [])]))], reader);
    return rows.map((row) => ({
      id: row.id,
      person: cards.get(row.person_id) ?? null,
      about: { name: row.about, title: this.personal.titleOf(row.about, language) },
      text: row.text,
      createdAt: row.created_at.toISOString(),
      answer: row.answer,
      answeredBy: cards.get(row.answered_by ?? '') ?? null,
      answeredAt: row.answered_at?.toISOString() ?? null,
    }));
  }
}
