import { statement } from '@zhixing/platform/api';
import { achieved, LINKS } from './fulfilment.ts';

/** Items `i` of plans `p` that `where` says, with what fulfils them. */
const items = (where: string, order: string): string => `
  with done as materialized (select item_id, link_id, sum(people)::int as people, sum(minutes)::int as minutes, sum(cost)::int as cost from (${achieved(where)}) a group by item_id, link_id)
  select i.id, i.title, i.audience, i.department_id, i.domain, i.kind, i.month, i.people, i.hours, i.budget, i.owner_id, coalesce(c.display_name, '') as owner_name, i.revision, i.outcome_on::text, i.outcome_people, i.outcome_hours, i.outcome_cost,
         p.id as plan_id, p.year, p.department_id as plan_department_id, s.status, s.status in ('planned', 'under_way') and make_date(p.year, i.month, 1) + interval '1 month' <= platform.today() as late,
         coalesce((select json_build_object('people', sum(d.people), 'minutes', sum(d.minutes), 'cost', sum(d.cost)) from done d where d.item_id = i.id having count(*) > 0), '{"people": 0, "minutes": 0, "cost": 0}') as actual,
         l.links, n.id as need_id, n.department_id as need_department_id, n.proposed_by, coalesce(b.display_name, '') as proposed_by_name
    from plans.annual_plan p join plans.plan_item i on i.plan_id = p.id left join people.card c on c.person_id = i.owner_id
    left join plans.training_need n on n.item_id = i.id left join people.card b on b.person_id = n.proposed_by
   cross join lateral (select count(*) filter (where x.status <> 'cancelled') as live, bool_and(x.status = 'done') filter (where x.status <> 'cancelled') as done, bool_or(x.status in ('under_way', 'done')) as begun,
                              coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'target', json_build_object('id', x.target_id, 'title', x.title), 'status', x.status, 'expected', x.expected,
                                'actual', json_build_object('people', coalesce(d.people, 0), 'minutes', coalesce(d.minutes, 0), 'cost', coalesce(d.cost, 0))) order by x.at, x.id), '[]') as links
                         from (${LINKS}) x left join done d on d.link_id = x.id) l
   cross join lateral (select case when i.cancelled_at is not null then 'cancelled' when i.outcome_on is not null or (l.live > 0 and l.done) then 'done' when l.begun then 'under_way' else 'planned' end as status) s
   where ${where} order by ${order}`;

/** The items of plan $1; what was cancelled before it was approved is left out. */
export const ITEMS = statement('plans.plan_items', items('p.id = $1 and (i.cancelled_at is null or i.cancelled_at >= p.approved_at)', 'i.cancelled_at is not null, i.month, i.id'));
/** Item $2 of plan $1. */
export const ITEM = statement('plans.plan_item', items('p.id = $1 and i.id = $2', 'i.id'));
/** The items $1. */
export const ITEMS_BY_ID = statement('plans.plan_items_by_id', items('i.id = any($1)', 'i.id'));
/** What person $1 is the owner of in approved plans, the latest year first. */
export const OWN_ITEMS = statement('plans.own_plan_items', `${items(`i.owner_id = $1 and p.state in ('approved', 'closed')`, 'p.year desc, i.month, i.id')} limit 200`);

/** Item $2 of plan $1 with what a change is compared with. */
export const STORED_ITEM = statement(
  'plans.stored_plan_item',
  `select title, audience, department_id as "departmentId", domain, kind, month, people, hours, budget, owner_id as "ownerId", cancelled_at is not null as cancelled, revision,
          exists (select from plans.plan_item_link l where l.item_id = i.id) as linked, outcome_on is not null as recorded from plans.plan_item i where plan_id = $1 and id = $2`,
);
/** Adds item $2 with the fields of JSON $3 to plan $1; nothing when the plan has $4 items. */
export const ADD_ITEM = statement(
  'plans.add_plan_item',
  `insert into plans.plan_item (id, plan_id, title, audience, department_id, domain, kind, month, people, hours, budget, owner_id, revision)
   select $2, $1, g.title, g.audience, g."departmentId", g.domain, g.kind, g.month, g.people, g.hours, g.budget, g."ownerId", 1
     from jsonb_to_record($3::jsonb) as g (title text, audience text, "departmentId" uuid, domain text, kind text, month int, people int, hours int, budget int, "ownerId" uuid)
    where (select count(*) from plans.plan_item where plan_id = $1 and cancelled_at is null) < $4 returning id`,
);
/** Cancels item $2 of plan $1 ($3 true), or takes that back; nothing when it is so already. */
export const CANCEL_ITEM = statement(
  'plans.cancel_plan_item',
  `update plans.plan_item set cancelled_at = case when $3 then platform.now() end, revision = revision + 1 where plan_id = $1 and id = $2 and (cancelled_at is null) = $3 returning id`,
);
export const UNLINK = statement('plans.unlink_plan_item', 'delete from plans.plan_item_link where plan_id = $1 and item_id = $2 and id = $3 returning kind, target_id as "targetId"');
/** Link $1 from item $3 of plan $2 to $5 of kind $4, by person $6; nothing when something of the plan has it already. */
export const LINK = statement(
  'plans.link_plan_item',
  'insert into plans.plan_item_link (id, plan_id, item_id, kind, target_id, by_id, at) values ($1, $2, $3, $4, $5, $6, platform.now()) on conflict (plan_id, kind, target_id) do nothing returning id',
);
/** The item of plan $1 that $3 of kind $2 fulfils. */
export const LINKED = statement('plans.linked_plan_item', 'select i.title from plans.plan_item_link l join plans.plan_item i on i.id = l.item_id where l.plan_id = $1 and l.kind = $2 and l.target_id = $3');
