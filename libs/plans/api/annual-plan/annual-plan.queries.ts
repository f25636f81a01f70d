import { anyWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { achieved } from './fulfilment.ts';

/** SQL: whether plan `p` lies in a scope. */
const reached = (scope: string): string => anyWithin('array[p.department_id]', scope);
const owner = (alias: string): string => `case when p.${alias}_by is not null then json_build_object('by', json_build_object('id', p.${alias}_by, 'displayName', coalesce((select display_name from people.card where person_id = p.${alias}_by), '')), 'at', p.${alias}_at) end as ${alias}`;

const ROW = `p.id, p.year, p.department_id, p.state, p.submitted_by, p.approved_at, p.return_note, f.items, f.people, f.minutes, f.cost,
    (select count(*) from plans.training_need n where n.plan_id = p.id and n.state = 'waiting')::int as needs_waiting, ${owner('submitted')}, ${owner('approved')}
   from plans.annual_plan p
  cross join lateral (select count(*)::int as items, coalesce(sum(i.people), 0)::int as people, coalesce(sum(i.people::bigint * i.hours * 60), 0)::float8 as minutes, coalesce(sum(i.budget), 0)::float8 as cost
                        from plans.plan_item i where i.plan_id = p.id and i.cancelled_at is null) f`;

/** Plans an administrator of scope $1 reaches, the latest year first: after year $2 and id $3, $4 rows. */
export const PLANS = statement(
  'plans.annual_plans',
  `select ${ROW} where ${reached('$1')} and ($2::int is null or (p.year, p.id) < ($2, $3::uuid)) order by p.year desc, p.id desc limit $4`,
);
/** Plan $1, when scope $2 reaches it. */
export const PLAN = statement('plans.annual_plan', `select ${ROW} where p.id = $1 and ${reached('$2')}`);
/** The same, held for the rest of the transaction. */
export const HOLD_PLAN = statement('plans.hold_annual_plan', `select p.id, p.year, p.department_id, p.state, p.approved_at from plans.annual_plan p where p.id = $1 and ${reached('$2')} for no key update of p`);

/** A draft $1 of year $2 and department $3, copied from $4, by $5; nothing when there is one. */
export const CREATE_PLAN = statement(
  'plans.create_annual_plan',
  `insert into plans.annual_plan (id, year, department_id, state, copied_from, created_by, created_at) values ($1, $2, $3, 'draft', $4, $5, platform.now()) on conflict (year, department_id) do nothing returning id`,
);
/** The items of plan $1 that are not cancelled, for plan $2. */
export const COPY_ITEMS = statement(
  'plans.copy_plan_items',
  `insert into plans.plan_item (id, plan_id, title, audience, department_id, domain, kind, month, people, hours, budget, owner_id, revision)
   select gen_random_uuid(), $2, title, audience, department_id, domain, kind, month, people, hours, budget, owner_id, 1 from plans.plan_item where plan_id = $1 and cancelled_at is null`,
);

/** Person $2 hands in plan $1; nothing when it is no draft or has no items. */
export const SUBMIT = statement(
  'plans.submit_annual_plan',
  `update plans.annual_plan p set state = 'submitted', submitted_by = $2, submitted_at = platform.now(), return_note = null
    where id = $1 and state = 'draft' and exists (select from plans.plan_item i where i.plan_id = p.id and i.cancelled_at is null) returning id`,
);
/** Plan $1 becomes a draft again, for reason $2. */
export const SEND_BACK = statement('plans.send_back_annual_plan', `update plans.annual_plan set state = 'draft', return_note = $2 where id = $1 and state = 'submitted' returning submitted_by`);
/** Person $2 approves plan $1; nothing when they submitted it themself. */
export const APPROVE = statement(
  'plans.approve_annual_plan',
  `update plans.annual_plan set state = 'approved', approved_by = $2, approved_at = platform.now() where id = $1 and state = 'submitted' and submitted_by <> $2 returning submitted_by`,
);
export const CLOSE = statement('plans.close_annual_plan', `update plans.annual_plan set state = 'closed', closed_at = platform.now() where id = $1 and state = 'approved' returning id`);

/** L&D administrators who may approve a plan of department $1, without person $2. */
export const APPROVERS = statement(
  'plans.plan_approvers',
  `select a.person_id from people.actor a where 'ld_admin' = any(a.roles) and a.person_id <> $2
      and ${anyWithin('array[$1::uuid]', `(select array_agg(one::uuid) from jsonb_array_elements_text(case when jsonb_typeof(a.scopes -> 'ld_admin') = 'array' then a.scopes -> 'ld_admin' else '[]' end) one)`)}
    order by a.person_id limit 50`,
);
/** Who owns an item of plan $1 that is not cancelled. */
export const OWNERS = statement('plans.plan_owners', 'select owner_id, count(*)::int as items from plans.plan_item where plan_id = $1 and cancelled_at is null group by owner_id');

/** Plan $1 by department, month and kind: planned in the month of the item, actual in the month it happened. */
export const COMPARISON = statement(
  'plans.plan_comparison',
  `with done as (${achieved('p.id = $1')}),
   figures as (select i.id as item_id, i.month, i.people as planned_people, i.people::bigint * i.hours * 60 as planned_minutes, i.budget as planned_cost, 0 as people, 0 as minutes, 0 as cost from plans.plan_item i where i.plan_id = $1 and i.cancelled_at is null
               union all select item_id, month, 0, 0, 0, people, minutes, cost from done)
   select coalesce(i.department_id, p.department_id) as department_id, f.month, i.kind, sum(f.planned_people)::int as planned_people, sum(f.planned_minutes)::float8 as planned_minutes, sum(f.planned_cost)::float8 as planned_cost,
          sum(f.people)::int as people, sum(f.minutes)::float8 as minutes, sum(f.cost)::float8 as cost
     from figures f join plans.plan_item i on i.id = f.item_id join plans.annual_plan p on p.id = i.plan_id group by 1, 2, 3 order by 2, 3, 1`,
);

/** Changes of plan $1 since its approval, the newest first: before id $2, $3 rows. */
export const REVISIONS = statement(
  'plans.plan_revisions',
  `select r.id, r.at, r.by_id, coalesce(c.display_name, '') as by_name, r.reason, r.change, r.item_id, i.title, r.before, r.after from plans.plan_revision r join plans.plan_item i on i.id = r.item_id left join people.card c on c.person_id = r.by_id
    where r.plan_id = $1 and ($2::bigint is null or r.id < $2) order by r.id desc limit $3`,
);
