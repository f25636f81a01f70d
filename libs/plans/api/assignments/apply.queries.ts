import { statement } from '@zhixing/platform/api';

// The steps of one batch of a run: $1 run, $2 persons, $3 an id for each of them. Each step only does what is still to be done, so that a batch may be repeated.

/** The items of the batch, each with a fresh id, and what its run and assignment say. */
const ITEMS = `
  item as (
    select i.*, n.id, r.cycle, a.id as assignment_id, a.origin, a.target_kind, a.target_id, a.reason, a.mandatory, t.opens_on, b.today,
           a.due->>'kind' as due_kind, a.earlier, a.earlier_months
      from unnest($2::uuid[], $3::uuid[]) n (person_id, id)
      join plans.assignment_run_item i on i.run_id = $1 and i.person_id = n.person_id
      join plans.assignment_run r on r.id = i.run_id
      join plans.assignment a on a.id = r.assignment_id
      join plans.assignment_cycle t on t.assignment_id = r.assignment_id and t.cycle = r.cycle
     cross join (select platform.today() as today offset 0) b)`;

/** Who asked for the run. (A row of the batch is never joined to another by what the planner cannot estimate: two thousand times two thousand.) */
const ASKED_BY = '(select requested_by from plans.assignment_run where id = $1)';

/** Business time, asked once and not once a row. */
const NOW = '(select platform.now())';

/** Since when completions count of somebody assigned now, of an item `i` with what its assignment says; the same as in difference.ts. */
export const COUNTS_FROM = `case when i.due_kind = 'yearly' and (i.earlier = 'ignore' or i.earlier_months is null) then i.opens_on::timestamp at time zone 'Asia/Shanghai'
       when i.earlier = 'ignore' then (select platform.now())
       when i.earlier_months is null then '-infinity'::timestamptz
       else (select platform.now()) - make_interval(months => i.earlier_months) end`;

const SOURCE = `case when i.origin = 'manager' then 'manager'
       when exists (select from plans.nomination n where n.assignment_id = i.assignment_id and n.person_id = i.person_id and n.state = 'approved') then 'nomination' else 'rule' end`;

/** Who owes it for the first time. -> the due dates people are told */
export const ADD = statement(
  'plans.apply_add',
  `with ${ITEMS},
   made as (
     insert into plans.obligation (id, person_id, assignment_id, cycle, target_kind, target_id, source, reason, assigned_on, counts_from, zone, base_due_on, clock_from, due_on, mandatory, state, completed_at)
     select i.id, i.person_id, i.assignment_id, i.cycle, i.target_kind, i.target_id, ${SOURCE}, i.reason, i.today, ${COUNTS_FROM}, 'Asia/Shanghai',
            greatest(i.due_on, i.today), i.today, plans.paused_due(i.person_id, i.today, greatest(i.due_on, i.today)), i.mandatory, case when i.action = 'completed' then 'completed' else 'open' end, i.completed_at
       from item i where i.action in ('add', 'completed')
     on conflict (assignment_id, cycle, person_id) do nothing
     returning *),
   state as (
     insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause)
     select id, state, mandatory, ${NOW}, ${ASKED_BY}, case when state = 'completed' then 'earlier' else 'rule' end from made),
   due as (
     insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause)
     select id, base_due_on, clock_from, due_on, ${NOW}, 'rule' from made)
   select person_id, due_on::text from made where state = 'open'`,
);

/** Who owes it again after it was cancelled: the same day with the date they had, later with a new one. A waiver that still stands holds. */
export const REOPEN = statement(
  'plans.apply_reopen',
  `with ${ITEMS},
   last as (
     select o.id, i.action, i.today, i.completed_at, i.mandatory, greatest(i.due_on, i.today) as due_on,
            (select (s.at at time zone o.zone)::date from plans.obligation_state s where s.obligation_id = o.id order by s.at desc, s.id desc limit 1) = i.today as same_day
       from item i join plans.obligation o on o.assignment_id = i.assignment_id and o.cycle = i.cycle and o.person_id = i.person_id
      where i.action in ('reopen', 'completed') and o.state = 'cancelled'),
   again as (
     update plans.obligation o
        set state = case when l.action = 'completed' then 'completed' when o.waived_until >= l.today then 'waived' else 'open' end, completed_at = l.completed_at, mandatory = l.mandatory,
            base_due_on = case when l.same_day then o.base_due_on else l.due_on end, clock_from = case when l.same_day then o.clock_from else l.today end,
            due_on = case when l.same_day then o.due_on else plans.paused_due(o.person_id, l.today, l.due_on) end
       from last l
      where o.id = l.id and o.state = 'cancelled'
     returning o.*, l.same_day),
   state as (
     insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause)
     select id, state, mandatory, ${NOW}, ${ASKED_BY}, case when state = 'completed' then 'earlier' else 'rule' end from again),
   due as (
     insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause)
     select id, base_due_on, clock_from, due_on, ${NOW}, 'rule' from again where not same_day)
   select person_id, due_on::text from again where state = 'open'`,
);

/** Who owes it no more. */
export const CANCEL = statement(
  'plans.apply_cancel',
  `with ${ITEMS},
   gone as (
     update plans.obligation o set state = 'cancelled' from item i
      where i.action = 'cancel' and o.assignment_id = i.assignment_id and o.cycle = i.cycle and o.person_id = i.person_id and o.state in ('open', 'waived')
     returning o.id, o.mandatory, i.detail)
   insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause) select id, 'cancelled', mandatory, ${NOW}, ${ASKED_BY}, detail from gone`,
);

/** For whom it becomes optional, or mandatory again. */
export const REQUIRE = statement(
  'plans.apply_require',
  `with ${ITEMS},
   changed as (
     update plans.obligation o set mandatory = i.action = 'require' from item i
      where i.action in ('require', 'make_optional') and o.assignment_id = i.assignment_id and o.cycle = i.cycle and o.person_id = i.person_id
        and o.state in ('open', 'waived') and o.mandatory <> (i.action = 'require')
     returning o.id, o.state, o.mandatory, i.detail)
   insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause) select id, state, mandatory, ${NOW}, ${ASKED_BY}, detail from changed`,
);

/** Who matches and cannot simply be assigned. */
export const EXCEPT = statement(
  'plans.apply_except',
  `with ${ITEMS}
   insert into plans.exception (id, assignment_id, cycle, person_id, kind, rule_due_on, completed_at, other_id, raised_at)
   select i.id, i.assignment_id, i.cycle, i.person_id, i.detail, i.due_on, i.completed_at, i.other_id, ${NOW} from item i where i.action = 'exception'
   on conflict (assignment_id, cycle, person_id) where decision is null or decision = 'skipped' do nothing`,
);

/** Exceptions that wait for nothing, because their people match no more. */
export const SETTLE = statement(
  'plans.apply_settle',
  `with ${ITEMS}
   update plans.exception x set decision = 'obsolete', decided_at = ${NOW} from item i
    where i.action = 'settle' and x.assignment_id = i.assignment_id and x.cycle = i.cycle and x.person_id = i.person_id and x.decision is null`,
);

/** The next batch: persons of run $1 after $2, at most $3. */
export const BATCH = statement('plans.run_batch', `select person_id from plans.assignment_run_item where run_id = $1 and person_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') order by person_id limit $3`);
