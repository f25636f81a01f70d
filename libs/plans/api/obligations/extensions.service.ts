import { Injectable } from '@nestjs/common';
import type { Decide, ObligationView, RequestExtension } from '@zhixing/plans/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, first, notify, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { plansMessages } from '../messages.ts';
import { OVERSEERS } from '../approvals/approvals.queries.ts';
import { ASK_EXTENSION, DECIDE_EXTENSION, EXTENSION, MOVE_DUE, WHY_NOT } from './changes.queries.ts';
import { ObligationsService } from './obligations.service.ts';

interface ExtensionFacts {
  id: string;
  obligation_id: string;
  requested_by: string;
  until: string;
  reason: string;
  decision: string | null;
  person_id: string;
  assignment_id: string;
  due_on: string;
  title: string;
}

/** More time: asked for by whoever owes, decided by somebody who answers for them. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
  ) {}

  /** @throws AppError not_found, plans.not_open, plans.due_not_later, plans.due_too_soon, plans.extension_waiting */
  async ask(actor: Actor, { obligationId, until, reason }: RequestExtension): Promise<ObligationView> {
    await this.database.transaction(async (tx) => {
      const id = uuid();
      if (!(await first(tx, ASK_EXTENSION, [id, actor.personId, obligationId, until, reason]))) throw await this.whyNot(tx, actor, obligationId, until);
      await audit(tx, actor, { action: 'extension.request', object: { type: 'extension', id }, facts: { obligationId, until } });
      const { display_name: person, title: assignment } = await this.about(tx, id);
      const to = (await tx.rows<{ person_id: string }>(OVERSEERS, [obligationId])).map((row) => row.person_id);
      await notify(tx, { template: plansMessages.extensionAsked, to, subject: { type: 'extension', id }, values: { person, assignment, day: until, reason }, link: '/team/approvals' });
    });
    return this.obligations.one(actor, obligationId);
  }

  /** Approves or declines; never one's own. @throws AppError not_found, plans.own_request, plans.decided_already, plans.not_open, plans.due_too_soon */
  async decide(actor: Actor, id: string, { decision, note }: Decide): Promise<ObligationView> {
    const asked = await this.find(id);
    if (asked.requested_by === actor.personId) throw new AppError('plans.own_request');
    if (!(await this.obligations.find(actor, asked.obligation_id)).oversees) throw new AppError('not_found');
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, DECIDE_EXTENSION, [id, decision, actor.personId, note]))) throw new AppError('plans.decided_already');
      const moved = decision === 'approved' ? await first<{ due_on: string }>(tx, MOVE_DUE, [asked.obligation_id, asked.until, 'extension', id]) : { due_on: asked.due_on };
      if (!moved) throw await this.whyNot(tx, { personId: asked.person_id }, asked.obligation_id, asked.until);
      await audit(tx, actor, { action: 'extension.decide', object: { type: 'extension', id }, before: asked, facts: { decision, obligationId: asked.obligation_id, until: asked.until } });
      await notify(tx, {
        template: decision === 'approved' ? plansMessages.extensionApproved : plansMessages.extensionDeclined, to: [asked.person_id], subject: { type: 'extension', id },
        values: { assignment: asked.title, day: moved.due_on, note }, link: `/assignments/${asked.assignment_id}`,
      });
    });
    return this.obligations.one(actor, asked.obligation_id);
  }

  /** Takes one's own request back. @throws AppError not_found, plans.decided_already */
  async withdraw(actor: Actor, id: string): Promise<ObligationView> {
    const asked = await this.find(id);
    if (asked.requested_by !== actor.personId) throw new AppError('not_found');
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, DECIDE_EXTENSION, [id, 'withdrawn', actor.personId, '']))) throw new AppError('plans.decided_already');
      await audit(tx, actor, { action: 'extension.withdraw', object: { type: 'extension', id }, facts: { obligationId: asked.obligation_id } });
    });
    return this.obligations.one(actor, asked.obligation_id);
  }

  private async find(id: string): Promise<ExtensionFacts> {
    const asked = await first<ExtensionFacts>(this.database, EXTENSION, [id]);
    if (!asked) throw new AppError('not_found');
    return asked;
  }

  private async about(tx: Transaction, id: string): Promise<{ display_name: string; title: string }> {
    const asked = (await first<ExtensionFacts>(tx, EXTENSION, [id]))!;
    return { title: asked.title, display_name: (await this.people.card(asked.person_id, tx)).displayName };
  }

  private async whyNot(tx: Transaction, { personId }: { personId: string }, obligationId: string, until: string): Promise<AppError> {
    const row = await first<{ asks: boolean; due_on: string; today: string }>(tx, WHY_NOT, [obligationId, personId]);
    if (!row) return new AppError('not_found');
    if (!row.asks) return new AppError('plans.not_open');
    if (until < row.today) return new AppError('plans.due_too_soon', { day: row.today });
    return until <= row.due_on ? new AppError('plans.due_not_later', { day: row.due_on }) : new AppError('plans.extension_waiting');
  }
}
