import { Injectable } from '@nestjs/common';
import { administrationScope, type CardRow, PeopleService, personCard } from '@zhixing/people/api';
import type { AddMembers, MemberState, NominateToClass, OpenClasses, RemoveMember, Roster } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, first, notify, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { OUTSIDE_LINE } from '../assignments/assignments.queries.ts';
import { ClassesService } from './classes.service.ts';
import { type ClassSqlRow, type QuotaSqlRow, quotaView } from './classes.view.ts';
import { classMessages } from './messages.ts';
import { ADD_MEMBER_STATE, BOOK, OPEN_CLASSES, OUTSIDE_SCOPE, ROSTER, TAKE_CLASS_PLACE, TAKE_QUOTA, TAKES_CLASS_NOMINATIONS, UNBOOK } from './roster.queries.ts';

type Bookable = Pick<ClassSqlRow, 'id' | 'title' | 'starts_on' | 'ends_on' | 'place' | 'capacity'>;

/** Who takes part in a class: nominated by managers against the quotas of departments, added, removed and replaced by L&D. */
@Injectable()
export class RosterService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly people: PeopleService,
  ) {}

  /** Everybody who is or was on it. @throws AppError not_found */
  async list(actor: Actor, id: string): Promise<Roster> {
    await this.classes.find(actor, id);
    const rows = await this.database.rows<CardRow & { state: MemberState; since: Date; reason: string; nominated_by: string | null; nominated_name: string | null }>(ROSTER, [id]);
    return { items: rows.map((row) => ({ person: personCard(row), state: row.state, since: row.since.toISOString(), reason: row.reason, by: row.nominated_by === null ? null : { id: row.nominated_by, displayName: row.nominated_name ?? '' } })) };
  }

  /** Classes to which the actor can nominate now. */
  async open(actor: Actor): Promise<OpenClasses> {
    const rows = await this.database.rows<Omit<OpenClasses['items'][number], 'quotas'> & { quotas: QuotaSqlRow[] }>(OPEN_CLASSES, [actor.personId]);
    const names = await this.people.departments([...new Set(rows.flatMap((row) => row.quotas.map((one) => one.id)))]);
    return { items: rows.map((row) => ({ ...row, quotas: row.quotas.map((one) => quotaView(one, names)) })) };
  }

  /**
   * People of the actor's line, all of them or none; each takes a place of the class and one of the nearest quota above them.
   * @throws AppError not_found, also when no quota is above them, plans.class_nominations_closed, plans.outside_line, plans.class_quota, plans.class_full, plans.member_already
   */
  async nominate(tx: Transaction, actor: Actor, id: string, { personIds, reason }: NominateToClass): Promise<void> {
    const found = await first<Bookable & { open: boolean }>(tx, TAKES_CLASS_NOMINATIONS, [id, actor.personId]);
    if (!found) throw new AppError('not_found');
    if (!found.open) throw new AppError('plans.class_nominations_closed');
    const outside = await tx.rows<{ name: string }>(OUTSIDE_LINE, [actor.personId, personIds]);
    if (outside.length) throw new AppError('plans.outside_line', { names: outside.map((one) => one.name).join('、') });
    await this.book(tx, actor, found, personIds, { reason, nominated: true });
    await this.classes.invite(tx, found, personIds, uuid());
  }

  /** People of the actor's scope, past every quota but not past the capacity. @throws AppError not_found, plans.class_state, plans.outside_scope, plans.class_full, plans.member_already */
  async add(tx: Transaction, actor: Actor, id: string, { personIds, reason }: AddMembers): Promise<void> {
    const row = await this.bookable(tx, actor, id);
    await this.within(tx, actor, personIds);
    await this.book(tx, actor, row, personIds, { reason, nominated: false });
    if (row.state === 'published') await this.classes.invite(tx, row, personIds, uuid());
  }

  /** Off the roster; `replacementId` gets the place at once. @throws AppError not_found, plans.class_state, plans.not_member, plans.outside_scope, plans.member_already */
  async remove(tx: Transaction, actor: Actor, id: string, { personId, replacementId, reason }: RemoveMember): Promise<void> {
    const row = await this.bookable(tx, actor, id);
    if (replacementId) await this.within(tx, actor, [replacementId]);
    const gone = await first<{ id: string }>(tx, UNBOOK, [id, personId, reason]);
    if (!gone) throw new AppError('plans.not_member', { name: '—' });
    await tx.rows(ADD_MEMBER_STATE, [gone.id, 'cancelled', actor.personId, reason]);
    await audit(tx, actor, { action: 'class.remove_member', object: { type: 'class', id }, facts: { personId, replacementId: replacementId ?? null, reason } });
    if (row.state === 'published') await notify(tx, { template: classMessages.removed, to: [personId], subject: { type: 'class', id }, stage: uuid(), values: { title: row.title, reason }, link: '/classes' });
    if (replacementId) await this.add(tx, actor, id, { personIds: [replacementId], reason });
  }

  private async bookable(tx: Transaction, actor: Actor, id: string): Promise<ClassSqlRow> {
    const row = await this.classes.hold(tx, actor, id);
    if (row.state !== 'draft' && row.state !== 'published') throw new AppError('plans.class_state');
    return row;
  }

  private async within(tx: Transaction, actor: Actor, personIds: string[]): Promise<void> {
    const outside = await tx.rows<{ name: string }>(OUTSIDE_SCOPE, [personIds, administrationScope(actor)]);
    if (outside.length) throw new AppError('plans.outside_scope', { names: outside.map((one) => one.name).join('、') });
  }

  /** Places are taken in the order of ids, the class before its quotas: no deadlock. */
  private async book(tx: Transaction, actor: Actor, found: Bookable, personIds: string[], { reason, nominated }: { reason: string; nominated: boolean }): Promise<void> {
    const cards = await this.people.cards(personIds, tx);
    for (const personId of [...new Set(personIds)].sort()) {
      const name = cards.get(personId)?.displayName ?? '—';
      if (!(await first(tx, TAKE_CLASS_PLACE, [found.id]))) throw new AppError('plans.class_full', { capacity: found.capacity });
      const quota = nominated ? await first<{ department_id: string }>(tx, TAKE_QUOTA, [found.id, personId]) : null;
      if (nominated && !quota) throw new AppError('plans.class_quota', { name });
      const member = await first<{ id: string }>(tx, BOOK, [uuid(), found.id, personId, quota?.department_id ?? null, nominated ? actor.personId : null, reason]);
      if (!member) throw new AppError('plans.member_already', { name });
      await tx.rows(ADD_MEMBER_STATE, [member.id, 'booked', actor.personId, reason]);
      await audit(tx, actor, { action: nominated ? 'class.nominate' : 'class.add_member', object: { type: 'class', id: found.id }, facts: { personId, reason } });
    }
  }
}
