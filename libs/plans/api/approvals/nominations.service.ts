import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import type { Decide, Nominate, NominationList, NominationsQuery, OpenNominations } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { OUTSIDE_LINE } from '../assignments/assignments.queries.ts';
import { ReconcileService } from '../assignments/reconcile.service.ts';
import { plansMessages } from '../messages.ts';
import { DECIDE_NOMINATION, GIVE_PLACE_BACK, NOMINATE, NOMINATION, NOMINATIONS, OPEN_NOMINATIONS, TAKE_PLACE, TAKES_NOMINATIONS } from './approvals.queries.ts';
import { nominationRow, type NominationSqlRow } from './approvals.view.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** Managers name people for an assignment, up to a quota of each department; L&D administrators decide. */
@Injectable()
export class NominationsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly reconcile: ReconcileService,
  ) {}

  /** Those the actor made or decides on, the newest first. */
  async list(actor: Actor, { assignmentId, state, limit, cursor }: NominationsQuery): Promise<NominationList> {
    const after = decodeCursor(Cursor, cursor);
    const values = [actor.personId, administrationScope(actor), assignmentId ?? null, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    return page(await this.database.rows<NominationSqlRow>(NOMINATIONS, values), limit, (row) => [row.sort_key, row.id], nominationRow);
  }

  /** What takes nominations today, with the places of the actor's department. */
  async open(actor: Actor): Promise<OpenNominations> {
    const rows = await this.database.rows<{ id: string; title: string; quota: number; taken: number; until: string }>(OPEN_NOMINATIONS, [actor.departmentIds[0] ?? null]);
    return { items: rows.map(({ id, title, ...rest }) => ({ assignment: { id, title }, ...rest })) };
  }

  /**
   * Names people of the actor's line, all of them or none; each takes a place of their own department.
   * @throws AppError plans.nominations_closed, plans.outside_line, plans.nomination_quota, plans.nominated_already
   */
  async nominate(tx: Transaction, actor: Actor, { assignmentId, personIds, reason }: Nominate): Promise<void> {
    const assignment = await first<{ title: string; owner_id: string; quota: number }>(tx, TAKES_NOMINATIONS, [assignmentId]);
    if (!assignment) throw new AppError('plans.nominations_closed');
    const outside = await tx.rows<{ name: string }>(OUTSIDE_LINE, [actor.personId, personIds]);
    if (outside.length) throw new AppError('plans.outside_line', { names: outside.map((one) => one.name).join('、') });
    const cards = [...(await this.people.cards(personIds, tx)).values()].sort((one, other) => one.department.id.localeCompare(other.department.id)); // places in one order: no deadlock
    for (const { id: personId, department } of cards) {
      if (!(await first(tx, TAKE_PLACE, [assignmentId, department.id, assignment.quota]))) throw new AppError('plans.nomination_quota', { department: department.name, quota: assignment.quota });
      const id = uuid();
      if (!(await first(tx, NOMINATE, [id, assignmentId, personId, department.id, actor.personId, reason]))) throw new AppError('plans.nominated_already');
      await audit(tx, actor, { action: 'nomination.make', object: { type: 'nomination', id }, facts: { assignmentId, personId } });
    }
    const sender = (await this.people.card(actor.personId, tx)).displayName;
    await notify(tx, {
      template: plansMessages.nominated, to: [assignment.owner_id], subject: { type: 'assignment', id: assignmentId }, stage: `nominated-${uuid()}`,
      values: { people: cards.length, assignment: assignment.title, sender, reason }, link: '/team/approvals',
    });
  }

  /** Approved, the person is assigned at once; declined, the place is free again. Never what one nominated oneself. @throws AppError not_found, plans.own_request, plans.decided_already */
  async decide(actor: Actor, id: string, { decision, note }: Decide): Promise<void> {
    const nomination = await first<{ person_id: string; nominated_by: string }>(this.database, NOMINATION, [id, administrationScope(actor)]);
    if (!nomination) throw new AppError('not_found');
    if ([nomination.person_id, nomination.nominated_by].includes(actor.personId)) throw new AppError('plans.own_request');
    await this.database.transaction(async (tx) => {
      const decided = await first<{ assignment_id: string; person_id: string; department_id: string; nominated_by: string }>(tx, DECIDE_NOMINATION, [id, decision, actor.personId, note]);
      if (!decided) throw new AppError('plans.decided_already');
      await audit(tx, actor, { action: 'nomination.decide', object: { type: 'nomination', id }, before: nomination, facts: { decision, personId: decided.person_id, assignmentId: decided.assignment_id } });
      if (decision === 'declined') await tx.rows(GIVE_PLACE_BACK, [decided.assignment_id, decided.department_id]);
      else await this.reconcile.personIn(tx, decided.assignment_id, decided.person_id);
      const person = (await this.people.card(decided.person_id, tx)).displayName;
      await notify(tx, {
        template: plansMessages.nominationDecided, to: [decided.nominated_by], subject: { type: 'nomination', id },
        values: { person, assignment: await this.reconcile.title(tx, decided.assignment_id), decision: decision === 'approved' ? { zh: '已通过', en: 'approved' } : { zh: '未通过', en: 'declined' }, note }, link: '/team/assignments',
      });
    });
  }
}
