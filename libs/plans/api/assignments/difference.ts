import type { Difference, DueRule, EarlierCompletion } from '@zhixing/plans/contract';
import type { Audience, Bind, Statement } from '@zhixing/platform/api';
import type { AudienceRule } from '@zhixing/platform/contract';

/** What of an assignment decides who owes what from when. */
export interface Reconciled {
  id: string | null;
  audience: AudienceRule;
  scope: readonly string[] | null;
  target_kind: string;
  target_id: string;
  due: DueRule;
  minimum_days: number;
  earlier: EarlierCompletion;
  earlier_months: number | null;
  mandatory: boolean;
  starts_on: string;
  /** False once it has ended: then nobody matches. */
  active: boolean;
}

/** The cycle it is done for; `adding` false in a cycle that is over: nobody new is added to it. */
export interface ReconciledCycle {
  cycle: string;
  opensOn: string;
  dueOn: string | null;
  adding: boolean;
}

/** A statement with the values it was written with. It has no name, because its text follows the shape of the rule. */
export interface Composed {
  query: Statement;
  values: unknown[];
}

/** Collects the parameters of a statement. */
export function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** Midnight of a day in the zone of due dates. */
const midnight = (day: string): string => `((${day})::date::timestamp at time zone 'Asia/Shanghai')`;

/** SQL of a CTE `matched`: who works here and belongs to the audience, cut to the scope. `persons` = only these (an array), null = everybody. */
export function matched(audience: Audience, { id, audience: rule, scope, active }: Pick<Reconciled, 'id' | 'audience' | 'scope' | 'active'>, bind: Bind, persons: string | null): string {
  const nominated = id === null ? '' : ` or exists (select from plans.nomination n where n.assignment_id = ${bind(id)}::uuid and n.person_id = candidate.person_id and n.state = 'approved')`;
  return `matched as materialized (
     select candidate.person_id, candidate.hired_on from people.workforce candidate
      where ${active ? 'candidate.active' : 'false'} and candidate.department_id is not null ${persons === null ? '' : `and candidate.person_id = any(${persons}::uuid[])`}
        and (${audience.predicate(rule, bind, 'candidate.person_id')}${nominated})
        ${scope === null ? '' : `and candidate.department_path && ${bind(scope)}::uuid[]`})`;
}

/** SQL: since when a completion counts, for somebody who is assigned now. */
function countsFrom({ due, earlier, earlier_months: months }: Reconciled, cycle: ReconciledCycle, bind: Bind): string {
  if (due.kind === 'yearly' && (earlier === 'ignore' || months === null)) return midnight(bind(cycle.opensOn));
  if (earlier === 'ignore') return 'platform.now()';
  return months === null ? `'-infinity'::timestamptz` : `platform.now() - make_interval(months => ${bind(months)}::int)`;
}

/** SQL: the due date the rule comes to for `m`, null = not known. Months are added by PostgreSQL: 31 January + 1 month = the last of February. */
function dueOn({ due, starts_on }: Reconciled, cycle: ReconciledCycle, bind: Bind): string {
  if (due.kind !== 'after') return `${bind(cycle.dueOn)}::date`;
  const trigger = due.from === 'hire' ? 'm.hired_on' : `greatest(b.today, ${bind(starts_on)}::date)`;
  return `(${trigger} + ${bind(`${due.amount} ${due.unit}`)}::interval)::date`;
}

/**
 * SQL of CTEs ending in `difference (person_id, matches, action, detail, due_on, completed_at, elsewhere)`: for everybody who matches or owes, what is to be done.
 * `keep` = nothing; `settle` = an exception that waits has lost its reason; `detail` = why, or the kind of exception.
 */
export function difference(audience: Audience, assignment: Reconciled, cycle: ReconciledCycle, bind: Bind, persons: readonly string[] | null = null): string {
  const only = persons === null ? null : bind(persons);
  const these = (column: string): string => (only === null ? '' : `and ${column} = any(${only}::uuid[])`);
  const [id, turn, kind, target] = [bind(assignment.id), bind(cycle.cycle), bind(assignment.target_kind), bind(assignment.target_id)];
  const mine = `assignment_id = ${id}::uuid and cycle = ${turn}::text`;
  const target_ = `target_kind = ${kind}::text and target_id = ${target}::uuid`;
  const gone = assignment.active ? 'unmatched' : 'ended';
  return `b as materialized (select platform.today() as today, ${countsFrom(assignment, cycle, bind)} as counts_from),
   ${matched(audience, assignment, bind, only)},
   owed as materialized (
     select o.person_id, o.state, o.mandatory, o.state = 'cancelled' and exists (
              select from plans.obligation_state s where s.obligation_id = o.id and s.state = 'cancelled' and s.at >= ${midnight('b.today')}) as cancelled_today
       from plans.obligation o cross join b where ${mine} ${these('o.person_id')}),
   excepted as materialized (select x.person_id, bool_or(x.decision is null) as waiting from plans.exception x where ${mine} and (x.decision is null or x.decision = 'skipped') ${these('x.person_id')} group by x.person_id),
   tried as materialized (
     select p.person_id, bool_or(p.going_on and p.started_at is not null) as started, max(p.completed_at) filter (where p.counted_from >= b.counts_from) as completed_at
       from plans.attempted p cross join b where ${target_} ${these('p.person_id')} group by p.person_id),
   elsewhere as materialized (
     select distinct on (e.person_id) e.person_id, e.assignment_id from plans.obligation e
      where ${target_} and e.state = 'open' and e.mandatory and e.assignment_id is distinct from ${id}::uuid ${these('e.person_id')} order by e.person_id, e.due_on),
   faced as materialized (
     select person_id, m.person_id is not null as matches, m.hired_on, o.person_id is not null as owes, o.state, o.mandatory, o.cancelled_today, x.person_id is not null as excepted, coalesce(x.waiting, false) as waiting,
            coalesce(t.started, false) as started, t.completed_at, e.assignment_id as elsewhere, case when m.person_id is not null then ${dueOn(assignment, cycle, bind)} end as due_on
       from matched m full join owed o using (person_id) full join excepted x using (person_id)
       left join tried t using (person_id) left join elsewhere e using (person_id) cross join b),
   difference as (
     select f.person_id, f.matches, split_part(d.decided, ' ', 1) as action, split_part(d.decided, ' ', 2) as detail, f.due_on, f.completed_at, f.elsewhere
       from faced f cross join b left join people.workforce w on w.person_id = f.person_id and not f.matches
      cross join lateral (select case
          when not f.matches and not f.owes then case when f.waiting then 'settle' else 'keep' end
          when not f.matches and f.state not in ('open', 'waived') then 'keep'
          when not f.matches and not coalesce(w.active, false) then 'cancel left'
          when not f.matches and not f.started then 'cancel ${gone}'
          when not f.matches then case when f.mandatory then 'make_optional ${gone}' else 'keep' end
          when f.state in ('open', 'waived') then ${assignment.mandatory ? `case when f.mandatory then 'keep' else 'require rule' end` : `case when f.mandatory then 'make_optional rule' else 'keep' end`}
          when f.state = 'completed' or f.excepted ${cycle.adding ? '' : 'or true'} then 'keep'
          when f.completed_at is not null then '${assignment.earlier === 'ask' ? 'exception already_completed' : 'completed'}'
          when f.cancelled_today then 'reopen'
          when f.due_on is null then 'exception unknown_date'
          when f.elsewhere is not null then 'exception duplicate'
          when f.due_on < b.today + ${bind(assignment.minimum_days)}::int then 'exception impossible_deadline'
          when f.owes then 'reopen'
          else 'add' end as decided) d)`;
}

/** Counts over `difference`. */
export const COUNTS = `count(*) filter (where matches)::int as matched, count(*) filter (where action = 'add')::int as add, count(*) filter (where action = 'completed')::int as completed,
  count(*) filter (where action = 'reopen')::int as reopen, count(*) filter (where action = 'require')::int as require, count(*) filter (where action = 'cancel')::int as cancel,
  count(*) filter (where action = 'make_optional')::int as "makeOptional", count(*) filter (where action = 'exception')::int as exceptions, count(*) filter (where action = 'keep')::int as kept,
  count(*) filter (where action not in ('keep', 'settle'))::int as affected, (select count(*) from people.workforce where active)::int as staff`;

/** Counts as the statement gives them. */
export type CountsRow = Omit<Difference, 'needsConfirmation'>;

/** The share of the active staff that may be affected without somebody typing how many they are. */
const UNASKED = 0.02;

export const counted = (row: CountsRow): Difference => ({ ...row, needsConfirmation: row.affected > row.staff * UNASKED });
