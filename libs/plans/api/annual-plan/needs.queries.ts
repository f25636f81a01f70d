import { statement } from '@zhixing/platform/api';

const NEED = `n.id, n.department_id, n.title, n.domain, n.people, n.why, n.priority, n.proposed_by, coalesce(c.display_name, '') as proposed_by_name, n.proposed_at, n.state, n.note, n.decided_by, coalesce(b.display_name, '') as decided_by_name, n.decided_at`;
const NAMES = 'left join people.card c on c.person_id = n.proposed_by left join people.card b on b.person_id = n.decided_by';

/** Needs of plan $1 in state $2, those that wait first, then the newest: after the row that waited ($3) with id $4, $5 rows. */
export const NEEDS = statement(
  'plans.training_needs',
  `select ${NEED}, (n.state = 'waiting')::int as waits from plans.training_need n ${NAMES}
    where n.plan_id = $1 and ($2::text is null or n.state = $2) and ($3::int is null or ((n.state = 'waiting')::int, n.id) < ($3, $4::uuid)) order by (n.state = 'waiting')::int desc, n.id desc limit $5`,
);
/** The needs person $1 proposed, the newest first; `item_*` = what a taken one became. */
export const OWN_NEEDS = statement(
  'plans.own_training_needs',
  `select ${NEED}, p.year, n.item_id from plans.training_need n join plans.annual_plan p on p.id = n.plan_id ${NAMES} where n.proposed_by = $1 order by n.id desc limit 200`,
);
/** Drafts of the departments $1. */
export const OPEN_PLANS = statement('plans.open_annual_plans', `select id, year, department_id from plans.annual_plan where state = 'draft' and department_id = any($1) order by year, id limit 20`);
/** Proposes need $1 with the fields of JSON $3 to plan $2 for person $4, when it is a draft of the departments $5; nothing otherwise. */
export const PROPOSE = statement(
  'plans.propose_need',
  `insert into plans.training_need (id, plan_id, department_id, title, domain, people, why, priority, proposed_by, proposed_at, state)
   select $1, p.id, c.department_id, g.title, g.domain, g.people, g.why, g.priority, c.person_id, platform.now(), 'waiting'
     from plans.annual_plan p, people.card c, jsonb_to_record($3::jsonb) as g (title text, domain text, people int, why text, priority text)
    where p.id = $2 and p.state = 'draft' and p.department_id = any($5) and c.person_id = $4 returning id, department_id`,
);
export const WITHDRAW = statement('plans.withdraw_need', `update plans.training_need set state = 'withdrawn', decided_by = $2, decided_at = platform.now() where id = $1 and proposed_by = $2 and state = 'waiting' returning id`);
export const OWN_NEED = statement('plans.own_need', 'select id from plans.training_need where id = $1 and proposed_by = $2');
export const NEED_OF = statement('plans.need_of', 'select id, title, proposed_by from plans.training_need where plan_id = $1 and id = $2');
/** Need $1 becomes item $2, decided by $3; nothing when somebody was faster. */
export const TAKE = statement(
  'plans.take_need',
  `update plans.training_need set state = 'taken', item_id = $2, decided_by = $3, decided_at = platform.now() where id = $1 and state = 'waiting' returning id`,
);
export const DECLINE = statement('plans.decline_need', `update plans.training_need set state = 'declined', decided_by = $2, decided_at = platform.now(), note = $3 where id = $1 and state = 'waiting' returning id`);
