import { type FigureCheck, statement } from '@zhixing/platform/api';

/**
 * SQL of how persons (SQL of a `uuid[]`) stand on `today` (SQL of the business day), a row each who owes anything mandatory: whether any of it `counts`, how many items are `overdue`, how many `excused` (waived, on leave).
 * Read off `plans.person_due`; of the few on leave from their items, of which rest those that were not late before. Compliant = counts and nothing overdue: the rule of `compliance`, from a row a person.
 */
export const standing = (persons: string, today: string): string => `
  with away as materialized (
    select a.person_id from people.absence a where a.person_id = any(${persons}) and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until > ${today}))
  select d.person_id, d.items > e.excused as counts, width_bucket(${today} - 1, d.late_after) as overdue, e.excused
    from plans.person_due d
   cross join lateral (select cardinality(d.waived_until) - width_bucket(${today} - 1, d.waived_until) as excused) e
   where d.person_id = any(${persons}) and d.items > 0 and d.person_id not in (select person_id from away)
  union all
  select n.person_id, bool_or(n.status not in ('waived', 'paused')), count(*) filter (where n.status = 'overdue'), count(*) filter (where n.status in ('waived', 'paused'))
    from plans.obligation_now n
   where n.person_id = any(array(select person_id from away)) and n.mandatory and n.status <> 'cancelled'
   group by n.person_id`;

/**
 * SQL of the compliance of persons (SQL of a `uuid[]`): `people` with at least one mandatory item that counts, `compliant` of them without one past due, `excused` items taken out (waived, on leave).
 * Compliance % = compliant / people.
 */
export const compliance = (persons: string): string => `
  select count(*) filter (where counts)::int as people, count(*) filter (where counts and not late)::int as compliant, coalesce(sum(excused), 0)::int as excused
    from (select bool_or(status not in ('waived', 'paused')) as counts, bool_or(status = 'overdue') as late, count(*) filter (where status in ('waived', 'paused')) as excused
            from plans.obligation_now where mandatory and status <> 'cancelled' and person_id = any(${persons}) group by person_id) one`;

/** SQL of punctuality: of the mandatory items of persons that fell due from a day up to another (SQL of dates), how many were completed by then. On-time % = on_time / due. */
export const punctuality = (persons: string, from: string, until: string): string => `
  select count(*)::int as due, count(*) filter (where status = 'completed')::int as on_time
    from plans.obligation_now where mandatory and status not in ('waived', 'cancelled', 'paused') and due_on >= ${from} and due_on <= ${until} and person_id = any(${persons})`;

const DISAGREEMENTS = statement(
  'plans.disagreements',
  `select 'state' as what, o.id from plans.obligation o
     left join lateral (select s.state, s.mandatory from plans.obligation_state s where s.obligation_id = o.id order by s.at desc, s.id desc limit 1) s on true
     left join lateral (select d.base_due_on, d.clock_from, d.due_on from plans.obligation_due d where d.obligation_id = o.id order by d.at desc, d.id desc limit 1) d on true
    where (s.state, s.mandatory, d.base_due_on, d.clock_from, d.due_on) is distinct from (o.state, o.mandatory, o.base_due_on, o.clock_from, o.due_on)
   union all
   select 'due', coalesce(d.person_id, n.person_id) from (select * from plans.person_due where items > 0) d
     full join plans.owing(array(select distinct person_id from plans.obligation)) n using (person_id)
    where (d.items, d.late_after, d.waived_until) is distinct from (n.items, n.late_after, n.waived_until)
   union all
   select 'standing', coalesce(s.person_id, n.person_id) from (${standing('array(select person_id from plans.person_due)', '(select platform.today())')}) s
     full join (select person_id, bool_or(status not in ('waived', 'paused')) as counts, count(*) filter (where status = 'overdue') as overdue, count(*) filter (where status in ('waived', 'paused')) as excused
                  from plans.obligation_now where mandatory and status <> 'cancelled' group by person_id) n using (person_id)
    where (s.counts, s.overdue, s.excused) is distinct from (n.counts, n.overdue, n.excused)`,
);

export const plansFigures: FigureCheck = { title: 'obligations against their dated rows, and what people must do against their obligations', disagreements: DISAGREEMENTS };
