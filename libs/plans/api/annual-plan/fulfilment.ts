import { MINUTES } from '../classes/attendance.queries.ts';

/** SQL: the month of a day in the year of plan `p`; what happened before or after that year counts to its first or last month. */
const monthOf = (day: string): string => `case when extract(year from ${day}) < p.year then 1 when extract(year from ${day}) > p.year then 12 else extract(month from ${day})::int end`;

/** SQL: obligations `o` of an assignment that the year of plan `p` is about: of its cycle, or of an assignment without cycles. */
const OF_YEAR = `(o.cycle = '' or o.cycle = p.year::text)`;

/**
 * SQL: what was achieved, by item, link (null = a recorded outcome) and month, with `p` = the plan; `where` says of which items `i` of which plans `p`.
 * A class counts whoever attended a half-day at least in part, in the month it ended; an assignment whoever completed it within the year, by the month of the completion, with the minutes of what they learned and no cost.
 */
export const achieved = (where: string): string => `
  select i.id as item_id, l.id as link_id, ${monthOf('k.ends_on')} as month, f.people, f.minutes, coalesce(k.cost, 0) as cost
    from plans.annual_plan p join plans.plan_item i on i.plan_id = p.id join plans.plan_item_link l on l.item_id = i.id and l.kind = 'class'
    join plans.training_class k on k.id = l.target_id and k.state in ('published', 'closed')
   cross join lateral (select count(distinct m.id) filter (where a.mark in ('present', 'partial'))::int as people, coalesce(sum(${MINUTES}), 0)::int as minutes
                         from plans.class_member m join plans.class_half_day h on h.class_id = m.class_id join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id
                        where m.class_id = k.id and m.state = 'booked') f
   where ${where}
  union all
  select i.id, l.id, f.month, f.people, f.people * t.minutes, 0
    from plans.annual_plan p join plans.plan_item i on i.plan_id = p.id join plans.plan_item_link l on l.item_id = i.id and l.kind = 'assignment'
    join plans.assignment g on g.id = l.target_id join plans.target t on t.target_kind = g.target_kind and t.target_id = g.target_id
   cross join lateral (select extract(month from o.completed_at at time zone 'Asia/Shanghai')::int as month, count(*)::int as people from plans.obligation o
                        where o.assignment_id = g.id and ${OF_YEAR} and o.state = 'completed' and extract(year from o.completed_at at time zone 'Asia/Shanghai') = p.year group by 1) f
   where ${where}
  union all
  select i.id, null, ${monthOf('i.outcome_on')}, i.outcome_people, i.outcome_hours * 60, i.outcome_cost
    from plans.annual_plan p join plans.plan_item i on i.plan_id = p.id where i.outcome_on is not null and ${where}`;

/** SQL: the links of item `i` of plan `p`: what each is to, how far it is, and whom it is expected to reach. */
export const LINKS = `
  select l.id, l.kind, l.target_id, l.at, coalesce(k.title, g.title) as title,
         case when k.id is not null then case when k.state = 'closed' then 'done' when k.state = 'cancelled' then 'cancelled' when k.state = 'published' and k.starts_on <= platform.today() then 'under_way' else 'planned' end
              when g.state = 'ended' then 'done' when g.state = 'draft' then 'planned' when f.expected > 0 and f.open = 0 then 'done' else 'under_way' end as status,
         coalesce(k.taken, f.expected) as expected
    from plans.plan_item_link l left join plans.training_class k on l.kind = 'class' and k.id = l.target_id left join plans.assignment g on l.kind = 'assignment' and g.id = l.target_id
   cross join lateral (select count(*) filter (where o.state <> 'cancelled')::int as expected, count(*) filter (where o.state = 'open')::int as open from plans.obligation o where o.assignment_id = g.id and ${OF_YEAR}) f
   where l.item_id = i.id`;
