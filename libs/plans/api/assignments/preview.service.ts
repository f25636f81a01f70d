import { Injectable } from '@nestjs/common';
import { administrationScope, type CardRow, personCard, PeopleService } from '@zhixing/people/api';
import type { AssignmentDifference, AssignmentPreview, PreviewAssignment } from '@zhixing/plans/contract';
import { type Actor, AppError, Audience, type Bind, Database } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { mayEdit } from './assignments.policy.ts';
import { AssignmentsService } from './assignments.service.ts';
import type { AssignmentSqlRow } from './assignments.view.ts';
import { type Cycle, openCycle, yearlyDue } from './cycles.rules.ts';
import { binder, matched } from './difference.ts';
import { ReconcileService } from './reconcile.service.ts';

/** People shown of each kind of change. */
const SHOWN = 20;

/** What a rule would do, before it does. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly people: PeopleService,
    private readonly assignments: AssignmentsService,
    private readonly reconcile: ReconcileService,
  ) {}

  /** Whom a rule matches within the actor's scope, and with target and due rule what activating or changing it would do today. @throws AppError invalid, not_found */
  async preview(actor: Actor, { assignmentId, target, audience, due, minimumDays, earlier, earlierMonths }: PreviewAssignment): Promise<AssignmentPreview> {
    const stored = assignmentId === undefined ? null : await this.assignments.find(actor, assignmentId);
    if (stored && !mayEdit(actor, stored)) throw new AppError('forbidden');
    const scope = stored ? stored.scope : administrationScope(actor);
    const { values, bind } = binder();
    const text = `with ${matched(this.audience, { id: stored?.id ?? null, audience, scope, active: true }, bind, null)},
      counted as (select count(*)::int as matched, ${unseen(stored ? { kind: stored.target_kind, id: stored.target_id } : target, bind)} as unseen from matched)
      select n.matched, n.unseen, c.* from counted n left join lateral (select c.* from people.card c where c.person_id in (select person_id from matched) order by c.staff_number limit ${bind(SHOWN)}) c on true`;
    const rows = await this.database.rows<CardRow & { matched: number; unseen: number }>({ name: '', text }, values);
    const sample = rows.filter((row) => row.person_id !== null).map(personCard);
    const today = await this.reconcile.today(this.database);
    const would = stored ?? (target && due ? { id: uuid(), target_kind: target.kind, target_id: target.id, due, starts_on: today, mandatory: true, origin: 'l_and_d' } : null);
    const { matched: many, unseen: blind } = rows[0]!;
    if (!would) return { matched: many, unseen: blind, sample, difference: null };
    const row = { ...would, audience, scope, minimum_days: minimumDays, earlier, earlier_months: earlierMonths, state: 'active' } as AssignmentSqlRow;
    return { matched: many, unseen: blind, sample, difference: await this.reconcile.difference(this.database, row, opened(row, today)) };
  }

  /** What reconciling an assignment now would do, with some of the people. @throws AppError not_found, forbidden */
  async difference(actor: Actor, id: string): Promise<AssignmentDifference> {
    const stored = await this.assignments.find(actor, id);
    if (!mayEdit(actor, stored)) throw new AppError('forbidden');
    const row: AssignmentSqlRow = stored.state === 'draft' ? { ...stored, state: 'active' } : stored;
    const today = await this.reconcile.today(this.database);
    const cycle = stored.cycle === null || row.due.kind === 'yearly' ? opened(row, today) : { cycle: stored.cycle, opensOn: row.starts_on, dueOn: stored.cycle_due_on };
    const [difference, affected] = await Promise.all([this.reconcile.difference(this.database, row, cycle), this.reconcile.affected(this.database, row, cycle, SHOWN)]);
    const cards = await this.people.cards(affected.map((one) => one.person_id));
    const sample = affected.flatMap(({ person_id, action, due_on }) => {
      const person = cards.get(person_id);
      return person ? [{ action: action as AssignmentDifference['sample'][number]['action'], person, dueOn: due_on }] : [];
    });
    return { ...difference, cycle: cycle.cycle, sample };
  }
}

/** SQL: how many of `matched` do not see a target: it is not open, or its audience has none of their departments. */
const unseen = (target: PreviewAssignment['target'], bind: Bind): string => (target
  ? `(select count(*)::int from matched m join people.workforce w using (person_id) join plans.target t on t.target_kind = ${bind(target.kind)} and t.target_id = ${bind(target.id)}::uuid
       where not t.open or (t.audience <> '{}' and not t.audience && w.department_path))`
  : '0');

/** The cycle that is open today; before it opens, the first there will be. */
function opened({ due, starts_on }: Pick<AssignmentSqlRow, 'due' | 'starts_on'>, today: string): Cycle {
  const open = openCycle(due, starts_on, today > starts_on ? today : starts_on);
  if (open) return open;
  const { month, day } = due as Extract<AssignmentSqlRow['due'], { kind: 'yearly' }>;
  const year = Number(today.slice(0, 4));
  const dueOn = [year, year + 1].map((one) => yearlyDue(one, month, day)).find((one) => one >= today)!;
  return { cycle: dueOn.slice(0, 4), opensOn: today, dueOn };
}
