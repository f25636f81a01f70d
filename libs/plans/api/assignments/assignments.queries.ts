import { anyWithin, departmentsOf, lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { below } from '../line.ts';

const COLUMNS = `a.id, a.title, a.description, a.reason, a.origin, a.owner_id, a.target_kind, a.target_id, a.audience, a.scope, a.due, a.minimum_days, a.earlier, a.earlier_months, a.mandatory,
  a.nomination_quota, a.nominations_until::text as nominations_until, a.starts_on::text as starts_on, a.state, a.revision, a.created_at`;

/** Names an assignment carries: its owner, its target. */
const NAMED = `coalesce(p.display_name, '') as owner_name, t.title as target_title, t.minutes as target_minutes`;
const NAMES = `left join people.card p on p.person_id = a.owner_id join plans.target t on t.target_kind = a.target_kind and t.target_id = a.target_id`;

/** Counts over the obligations `n` of one cycle. Assigned = owed and not cancelled; started or done without a recorded start counts as started. */
export const FUNNEL = `count(*) filter (where n.status <> 'cancelled')::int as assigned,
  count(*) filter (where n.status <> 'cancelled' and (n.started_at is not null or n.state = 'completed'))::int as started,
  count(*) filter (where n.state = 'completed')::int as done,
  count(*) filter (where n.status in ('overdue', 'completed_late'))::int as late,
  count(*) filter (where n.status = 'overdue')::int as overdue,
  count(*) filter (where n.status = 'waived')::int as waived,
  count(*) filter (where n.status = 'paused')::int as paused,
  count(*) filter (where n.status <> 'cancelled' and not n.mandatory)::int as optional,
  count(*) filter (where n.status = 'cancelled')::int as cancelled`;

/** Assignment $1 and the departments of its owner, held for the rest of the transaction. */
export const HOLD_ASSIGNMENT = statement('plans.hold_assignment', `select ${COLUMNS}, ${departmentsOf('a.owner_id')} as owner_departments from plans.assignment a where a.id = $1 for no key update of a`);

/** What the policy asks of assignment $1 (any text). */
export const OWNED_ASSIGNMENT = statement('plans.owned_assignment', `select a.origin, a.owner_id, a.scope, a.state, ${departmentsOf('a.owner_id')} as owner_departments from plans.assignment a where a.id::text = $1`);

/** An assignment with its newest cycle and that cycle's counts over the people of scope `scope` (SQL); the owner $1 sees all of theirs. */
const listed = (scope: string): string => {
  const seen = (person: string): string => lieWithin(departmentsOf(person), `case when a.owner_id = $1 and a.origin = 'manager' then null else ${scope}::uuid[] end`);
  return `select ${COLUMNS}, ${NAMED}, ${departmentsOf('a.owner_id')} as owner_departments, c.cycle, c.due_on::text as cycle_due_on, f.assigned, f.done, l.overdue, a.created_at::text as sort_key
     from plans.assignment a ${NAMES}
     left join lateral (select * from plans.assignment_cycle where assignment_id = a.id order by opens_on desc limit 1) c on true
    cross join lateral (
          select count(*) filter (where o.state <> 'cancelled')::int as assigned, count(*) filter (where o.state = 'completed')::int as done
            from plans.obligation o where o.assignment_id = a.id and o.cycle = c.cycle and ${seen('o.person_id')}) f
    cross join lateral (
          select count(*)::int as overdue from plans.obligation_now n
           where n.assignment_id = a.id and n.cycle = c.cycle and n.due_on < platform.today() and n.status = 'overdue' and ${seen('n.person_id')}) l`;
};

/**
 * Assignments, the newest first: $1 person whose own they are, $2 scope of administration ('{}' = only their own, null = all), $3 words or null, $4 state, $5 origin, $6 time and $7 id of the last row, $8 rows.
 * A branch sees what is its own and what head office gives it.
 */
export const ASSIGNMENTS = statement(
  'plans.assignments',
  `${listed('$2')}
    where ($2::uuid[] is null
           or case when a.origin = 'manager' then a.owner_id = $1 or ${lieWithin(departmentsOf('a.owner_id'), '$2')}
                   else a.scope <@ $2::uuid[] or (a.scope is null and cardinality($2::uuid[]) > 0 and a.state <> 'draft') end)
      and ($3::text is null or a.title ilike $3 or t.title ilike $3) and ($4::text is null or a.state = $4) and ($5::text is null or a.origin = $5)
      and ($6::timestamptz is null or (a.created_at, a.id) < ($6, $7::uuid))
    order by a.created_at desc, a.id desc limit $8`,
);

/** Assignment $3 as person $1 with scope $2 looks at it. */
export const ASSIGNMENT = statement('plans.assignment', `${listed('$2')} where a.id = $3`);

export const CYCLES = statement('plans.cycles', 'select cycle, opens_on::text as "opensOn", due_on::text as "dueOn" from plans.assignment_cycle where assignment_id = $1 order by opens_on desc');

/** Opens cycle $2 of assignment $1 on $3, due on $4. */
export const OPEN_CYCLE = statement('plans.open_cycle', 'insert into plans.assignment_cycle (assignment_id, cycle, opens_on, due_on) values ($1, $2, $3, $4) on conflict do nothing');

/** Whether $2 of kind $1 can be assigned by somebody of the departments $3 (own and above) who administers the scope $4 (null = the whole bank): its title. */
export const TARGET = statement(
  'plans.target',
  `select title, open and (audience = '{}' or audience && $3::uuid[] or ${anyWithin('audience', '$4')}) as open from plans.target where target_kind = $1 and target_id = $2`,
);

/** Cards of the persons $1 by staff number, at most 20. */
export const SAMPLE = statement('plans.sample', 'select * from people.card where person_id = any($1) order by staff_number limit 20');

/** The funnel of cycle $2 of assignment $1 over the people of scope $3. */
export const FUNNEL_OF = statement(
  'plans.funnel',
  `select ${FUNNEL} from plans.obligation_now n where n.assignment_id = $1 and n.cycle = $2 and ${lieWithin(departmentsOf('n.person_id'), '$3')}`,
);

export const EXCEPTIONS_WAITING = statement('plans.exceptions_waiting', 'select count(*)::int as waiting from plans.exception where assignment_id = $1 and decision is null');

/** Cards of those of the persons $2 who are not below manager $1; all who are unknown come without a name. */
export const OUTSIDE_LINE = statement(
  'plans.outside_line',
  `select coalesce(c.display_name, '') as name from unnest($2::uuid[]) g (id) left join people.card c on c.person_id = g.id where g.id = $1 or g.id not in ${below('$1')} limit 5`,
);

/** Today, and whether assignment cycles must open: active assignments with their newest cycle. */
export const ACTIVE = statement('plans.active', `select ${COLUMNS} from plans.assignment a where a.state = 'active' order by a.id`);

export const TODAY = statement('plans.today', 'select platform.today()::text as today');

/** Cycles of assignment $1 that still matter: the newest, and those in which somebody owes. */
export const LIVE_CYCLES = statement(
  'plans.live_cycles',
  `select c.cycle, c.opens_on::text as "opensOn", c.due_on::text as "dueOn" from plans.assignment_cycle c
    where c.assignment_id = $1 and (exists (select from plans.obligation o where o.assignment_id = $1 and o.cycle = c.cycle and o.state in ('open', 'waived'))
       or exists (select from plans.exception x where x.assignment_id = $1 and x.cycle = c.cycle and x.decision is null)
       or c.opens_on = (select max(opens_on) from plans.assignment_cycle where assignment_id = $1))
    order by c.opens_on desc`,
);

export const TITLE = statement('plans.title', 'select title from plans.assignment where id = $1');
