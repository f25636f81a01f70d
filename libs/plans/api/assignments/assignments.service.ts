import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import type { Made } from '@zhixing/people/contract';
import type { AssignDirectly, AssignmentList, AssignmentsQuery, AssignmentView, AudienceConditions, CreateAssignment, EditAssignment, Funnel } from '@zhixing/plans/contract';
import { type Actor, AppError, Audience, audit, Database, decodeCursor, first, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Assignment } from './assignments.entities.ts';
import { maySee, mayEdit, peopleOf, requireEdit } from './assignments.policy.ts';
import { ASSIGNMENT, ASSIGNMENTS, CYCLES, EXCEPTIONS_WAITING, FUNNEL_OF, HOLD_ASSIGNMENT, OUTSIDE_LINE, TARGET } from './assignments.queries.ts';
import { assignmentRow, type AssignmentSqlRow, assignmentView, type ListedAssignment } from './assignments.view.ts';
import { binder } from './difference.ts';
import { ReconcileService } from './reconcile.service.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** Assignments: drafted, activated, changed, ended; what people owe follows from them by reconciliation. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly people: PeopleService,
    private readonly reconcile: ReconcileService,
  ) {}

  /** Those the actor may see, the newest first. */
  async list(actor: Actor, { q, state, origin, limit, cursor }: AssignmentsQuery): Promise<AssignmentList> {
    const after = decodeCursor(Cursor, cursor);
    const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const values = [actor.personId, administrationScope(actor), words, state ?? null, origin ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    return page(await this.database.rows<ListedAssignment>(ASSIGNMENTS, values), limit, (row) => [row.sort_key, row.id], assignmentRow);
  }

  /** One of them. @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<AssignmentView> {
    const row = await this.find(actor, id, reader);
    const cycles = await reader.rows<AssignmentView['cycles'][number]>(CYCLES, [id]);
    const exceptions = await first<{ waiting: number }>(reader, EXCEPTIONS_WAITING, [id]);
    const words = await this.audience.words(row.audience, reader);
    const scope = row.scope && (await this.people.departments(row.scope, reader));
    return assignmentView(row, {
      audienceWords: actor.language === 'en' ? words.en : words.zh, scope, cycles, exceptions: exceptions!.waiting, can: { edit: mayEdit(actor, row) && row.state !== 'ended' },
    });
  }

  /** The row of an assignment that the actor may see. @throws AppError not_found */
  async find(actor: Actor, id: string, reader: Reader = this.database): Promise<ListedAssignment> {
    const row = await first<ListedAssignment>(reader, ASSIGNMENT, [actor.personId, administrationScope(actor), id]);
    if (!row || !maySee(actor, row)) throw new AppError('not_found');
    return row;
  }

  /** What rules can be made of. */
  conditions(): AudienceConditions {
    return { items: this.audience.kinds.map(({ kind, title }) => ({ kind, title })) };
  }

  /** How far the people of a cycle (the newest when absent) are, those of the actor's scope. @throws AppError not_found */
  async funnel(actor: Actor, id: string, cycle?: string): Promise<Funnel> {
    const row = await this.find(actor, id);
    return (await first<Funnel>(this.database, FUNNEL_OF, [id, cycle ?? row.cycle ?? '', peopleOf(actor, row)]))!;
  }

  /** A draft; nobody owes anything yet. @throws AppError plans.target_closed, invalid when the rule names what is none */
  async create(tx: Transaction, actor: Actor, draft: CreateAssignment): Promise<Made> {
    this.check(draft.audience);
    return { id: await this.store(tx, actor, 'l_and_d', draft) };
  }

  /** Changes what is there of `changes`; an active one is reconciled when its people may change. @throws AppError not_found, forbidden, precondition_failed, plans.target_fixed, plans.too_late_to_change, plans.target_closed, plans.run_going */
  async edit(actor: Actor, id: string, revision: number, changes: EditAssignment): Promise<AssignmentView> {
    return this.database.transaction(async (tx) => {
      const row = await this.hold(tx, actor, id);
      if (row.state === 'ended') throw new AppError('plans.too_late_to_change');
      if (row.state === 'active' && (changes.target || changes.due || changes.startsOn)) throw new AppError('plans.target_fixed');
      if (changes.audience) this.check(changes.audience);
      if (changes.target) await this.open(tx, actor, changes.target);
      const { target, nominations, ...rest } = changes;
      const { affected } = await tx.manager.update(Assignment, { id, revision }, {
        ...rest, revision: revision + 1,
        ...(target && { targetKind: target.kind, targetId: target.id }),
        ...(nominations !== undefined && { nominationQuota: nominations?.quota ?? null, nominationsUntil: nominations?.until ?? null }),
      });
      if (!affected) throw new AppError('precondition_failed');
      await audit(tx, actor, { action: 'assignment.edit', object: { type: 'assignment', id }, before: row, after: changes, facts: { fields: Object.keys(changes).join(' ') } });
      if (row.state === 'active') await this.reconcile.orderAnew(tx, (await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [id]))!, { cause: 'rule', requestedBy: actor.personId });
      return this.one(actor, id, tx);
    });
  }

  /** From now on people are assigned; `affected` = the number the actor agreed to. @throws AppError not_found, forbidden, plans.active_already, plans.too_late_to_change, plans.target_closed, plans.due_too_soon */
  async activate(tx: Transaction, actor: Actor, id: string, affected?: number): Promise<AssignmentView> {
    const row = await this.hold(tx, actor, id);
    if (row.state !== 'draft') throw new AppError(row.state === 'active' ? 'plans.active_already' : 'plans.too_late_to_change');
    await this.open(tx, actor, { kind: row.target_kind, id: row.target_id });
    if (row.due.kind === 'fixed') await this.ahead(tx, row.due.on);
    await this.begin(tx, id, { requestedBy: actor.personId, ...(affected !== undefined && { confirmed: affected }) });
    await audit(tx, actor, { action: 'assignment.activate', object: { type: 'assignment', id }, after: row, facts: { affected: affected ?? null } });
    return this.one(actor, id, tx);
  }

  /** Nobody is asked any more: what nobody began is cancelled, what somebody began becomes optional, what is done stays. @throws AppError not_found, forbidden, plans.not_active, plans.run_going */
  async end(tx: Transaction, actor: Actor, id: string, reason: string): Promise<AssignmentView> {
    const row = await this.hold(tx, actor, id);
    if (row.state !== 'active') throw new AppError('plans.not_active');
    await tx.manager.update(Assignment, { id }, { state: 'ended', revision: row.revision + 1, endedAt: () => 'platform.now()' });
    await audit(tx, actor, { action: 'assignment.end', object: { type: 'assignment', id }, before: row, facts: { reason } });
    await this.reconcile.orderAnew(tx, { ...row, state: 'ended' }, { cause: 'ended', requestedBy: actor.personId });
    return this.one(actor, id, tx);
  }

  /** A manager's own assignment to people of their line, active at once. @throws AppError plans.outside_line, plans.target_closed, plans.due_too_soon */
  async direct(tx: Transaction, actor: Actor, { target, personIds, dueOn, reason, note, mandatory }: AssignDirectly): Promise<Made> {
    const outside = await tx.rows<{ name: string }>(OUTSIDE_LINE, [actor.personId, personIds]);
    if (outside.length) throw new AppError('plans.outside_line', { names: outside.map((one) => one.name).join('、') });
    await this.ahead(tx, dueOn);
    const audience = { kind: 'people.persons', value: { personIds: [...new Set(personIds)] } };
    const { title } = await this.open(tx, actor, target);
    const id = await this.store(tx, actor, 'manager', {
      title, description: note, reason, target, audience, due: { kind: 'fixed', on: dueOn }, minimumDays: 0, mandatory, earlier: 'accept', earlierMonths: null, nominations: null,
    });
    await audit(tx, actor, { action: 'assignment.direct', object: { type: 'assignment', id }, facts: { people: personIds.length, dueOn } });
    await this.begin(tx, id, { requestedBy: actor.personId });
    return { id };
  }

  /** An assignment held for the rest of the transaction, to be changed by the actor. @throws AppError not_found, forbidden */
  async hold(tx: Transaction, actor: Actor, id: string): Promise<AssignmentSqlRow> {
    const row = await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [id]);
    requireEdit(actor, row);
    return row!;
  }

  private async begin(tx: Transaction, id: string, by: { requestedBy: string; confirmed?: number }): Promise<void> {
    await tx.manager.update(Assignment, { id }, { state: 'active', revision: () => 'revision + 1', activatedAt: () => 'platform.now()' });
    await this.reconcile.order(tx, (await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [id]))!, { cause: 'activation', ...by });
  }

  private async store(tx: Transaction, actor: Actor, origin: 'l_and_d' | 'manager', draft: Omit<CreateAssignment, 'startsOn'> & { startsOn?: string | undefined }): Promise<string> {
    await this.open(tx, actor, draft.target);
    const id = uuid();
    const { target, nominations, startsOn, ...rest } = draft;
    const scope = origin === 'manager' ? null : (administrationScope(actor) as string[] | null);
    await tx.manager.insert(Assignment, {
      ...rest, id, origin, scope, ownerId: actor.personId, targetKind: target.kind, targetId: target.id, state: 'draft', revision: 1, createdAt: () => 'platform.now()',
      startsOn: startsOn ?? (await this.reconcile.today(tx)), nominationQuota: nominations?.quota ?? null, nominationsUntil: nominations?.until ?? null,
    });
    await audit(tx, actor, { action: 'assignment.create', object: { type: 'assignment', id }, after: draft, facts: { origin, target: target.id } });
    return id;
  }

  /** @throws AppError plans.due_too_soon for a day that has passed */
  private async ahead(tx: Transaction, day: string): Promise<void> {
    const today = await this.reconcile.today(tx);
    if (day < today) throw new AppError('plans.due_too_soon', { day: today });
  }

  /** @throws AppError plans.target_closed, also for what is not open to the actor */
  private async open(tx: Transaction, actor: Actor, { kind, id }: { kind: string; id: string }): Promise<{ title: string }> {
    const target = await first<{ title: string; open: boolean }>(tx, TARGET, [kind, id, actor.departmentIds, administrationScope(actor)]);
    if (!target?.open) throw new AppError('plans.target_closed');
    return target;
  }

  /** @throws AppError invalid */
  private check(rule: CreateAssignment['audience']): void {
    this.audience.predicate(rule, binder().bind, 'candidate.person_id');
  }
}
