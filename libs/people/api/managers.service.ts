import { Injectable } from '@nestjs/common';
import type { AddManager, Delegate } from '@zhixing/people/contract';
import { AppError, audit, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { type By, holdPersons, requireEmployed } from './held-persons.ts';
import { ACT, ADD_MANAGER, DELEGATE, DIRECT_REPORTS, END_DELEGATION, END_MANAGER, LINE_CYCLE, SET_LINE } from './managers.queries.ts';

/** Who manages whom: one line manager at a time, project and acting ones beside, and delegation of all one's reports for a while. */
@Injectable()
export class ManagersService {
  /** The line manager of a person from a day on until the next one planned. @throws AppError `people.not_employed` (the manager), `people.manages_itself` */
  async setLine(tx: Transaction, by: By, personId: string, managerId: string, from: string): Promise<void> {
    await this.hold(tx, [personId, managerId], from);
    const id = uuid();
    for (const query of SET_LINE) await tx.rows(query, [personId, managerId, id, from]);
    if (await first(tx, LINE_CYCLE, [[personId], from])) throw new AppError('people.manages_itself');
    await audit(tx, by, { action: 'people.manager', object: { type: 'person', id: personId }, facts: { managerId, kind: 'line', from } });
  }

  /** Gives a person a manager of any kind. @throws AppError `people.not_employed`, `people.manages_itself`, `people.already_manager` */
  async add(tx: Transaction, by: By, personId: string, { managerId, kind, from, until }: AddManager): Promise<void> {
    if (kind === 'line' && !until) return this.setLine(tx, by, personId, managerId, from);
    if (personId === managerId) throw new AppError('people.manages_itself');
    // a line manager with an end would leave nobody after it
    if (kind === 'line') throw new AppError('invalid', {}, [{ path: 'until', message: '' }]);
    await this.hold(tx, [personId, managerId], from);
    if (!(await first(tx, ADD_MANAGER, [uuid(), personId, managerId, kind, from, until]))) throw new AppError('people.already_manager');
    await audit(tx, by, { action: 'people.manager', object: { type: 'person', id: personId }, facts: { managerId, kind, from, until } });
  }

  /** Ends a relation; one that has not begun by then is given up. @throws AppError `not_found` */
  async end(tx: Transaction, by: By, personId: string, relationId: string, on: string): Promise<void> {
    for (const query of END_MANAGER) {
      if (!(await first(tx, query, [relationId, personId, on]))) continue;
      return audit(tx, by, { action: 'people.manager_end', object: { type: 'person', id: personId }, facts: { relationId, on } });
    }
    throw new AppError('not_found');
  }

  /** Lends a manager's direct reports of the first day to a delegate. @throws AppError `people.not_employed`, `people.manages_itself`, `people.already_manager` */
  async delegate(tx: Transaction, by: By, managerId: string, { delegateId, from, until }: Delegate): Promise<void> {
    if (managerId === delegateId) throw new AppError('people.manages_itself');
    if (until <= from) throw new AppError('invalid', {}, [{ path: 'until', message: '' }]);
    await this.hold(tx, [managerId, delegateId], from);
    const id = uuid();
    if (!(await first(tx, DELEGATE, [id, managerId, delegateId, from, until]))) throw new AppError('people.already_manager');
    const reports = await tx.rows<{ person_id: string }>(DIRECT_REPORTS, [managerId, from, delegateId]);
    await tx.rows(ACT, [reports.map(() => uuid()), reports.map((one) => one.person_id), delegateId, id, from, until]);
    await audit(tx, by, { action: 'people.delegate', object: { type: 'person', id: managerId }, facts: { delegateId, from, until, reports: reports.length } });
  }

  /** Cuts a delegation short: from that day on the delegate has the reports no longer; one that has not begun by then is given up. @throws AppError `not_found` */
  async endDelegation(tx: Transaction, by: By, managerId: string, delegationId: string, on: string): Promise<void> {
    let ended: unknown;
    for (const query of END_DELEGATION) ended = (await first(tx, query, [delegationId, managerId, on])) ?? ended;
    if (!ended) throw new AppError('not_found');
    await audit(tx, by, { action: 'people.delegation_end', object: { type: 'person', id: managerId }, facts: { delegationId, on } });
  }

  /** Locks everybody concerned, who must be employed that day. @throws AppError `not_found`, `people.not_employed` */
  private async hold(tx: Transaction, personIds: string[], day: string): Promise<void> {
    const ids = [...new Set(personIds)];
    await holdPersons(tx, ids);
    await requireEmployed(tx, ids, day);
  }
}
