import { statement } from '@zhixing/platform/api';
import { GRANT_COLUMNS, rolePerson, standing } from './roles.queries.ts';

/** SQL: the ReviewItemState of item `i` with its grant `g`. */
const STATE = `coalesce(i.decision, case when ${standing('g')} then 'open' else 'ended' end)`;

/** Opens the review of this quarter as $1 by $2 (null = the schedule) over all grants that stand, due in 30 days; nothing when it is open already. */
export const OPEN_REVIEW = statement(
  'people.open_access_review',
  `with opened as (
     insert into people.access_review (id, quarter, opened_at, opened_by, due_on)
     values ($1, to_char(platform.today(), 'YYYY"-Q"Q'), platform.now(), $2, platform.today() + 30)
     on conflict (quarter) do nothing returning id, quarter),
   items as (
     insert into people.access_review_item (review_id, grant_id)
     select opened.id, g.id from opened cross join people.role_grant g where ${standing('g')} returning grant_id)
   select quarter, (select count(*)::int from items) as grants from opened`,
);

const REVIEW_COLUMNS = `v.id, v.quarter, v.opened_at, v.due_on::text, n.*, n.settled < n.total and v.due_on < platform.today() as overdue`;
const FIGURES = `cross join lateral (
  select count(*)::int as total, (count(*) filter (where ${STATE} <> 'open'))::int as settled, (count(*) filter (where i.decision = 'removed'))::int as removed
    from people.access_review_item i join people.role_grant g on g.id = i.grant_id where i.review_id = v.id) n`;

/** The reviews of ten years, newest first. */
export const REVIEWS = statement('people.access_reviews', `select ${REVIEW_COLUMNS} from people.access_review v ${FIGURES} order by v.quarter desc limit 40`);

export const REVIEW = statement('people.access_review', `select ${REVIEW_COLUMNS} from people.access_review v ${FIGURES} where v.id = $1`);

/** Whether this quarter has its review. */
export const REVIEW_OPENED = statement('people.access_review_opened', `select id from people.access_review where quarter = to_char(platform.today(), 'YYYY"-Q"Q')`);

/** Items of review $1, open ones first, after ($2 whether settled, $3 grant id); $4 + 1 rows. */
export const REVIEW_ITEMS = statement(
  'people.access_review_items',
  `select * from (
     select ${GRANT_COLUMNS}, ${STATE} as state, i.decided_at, ${rolePerson('i.decided_by')} as decided_by
       from people.access_review_item i join people.role_grant g on g.id = i.grant_id where i.review_id = $1) item
    where $3::uuid is null or (state <> 'open', id) > ($2::boolean, $3) order by state <> 'open', id limit $4::int + 1`,
);

/** Decision $3 about grant $2 in review $1 by $4, about whom it is not. */
export const DECIDE = statement(
  'people.decide_access',
  `update people.access_review_item i set decision = $3, decided_by = $4, decided_at = platform.now()
     from people.role_grant g
    where i.review_id = $1 and i.grant_id = $2 and i.decision is null and g.id = i.grant_id and ${standing('g')} and g.person_id <> $4
   returning g.role`,
);

/** Item of grant $2 in review $1: its state, and whom it is about. */
export const REVIEW_ITEM = statement('people.access_review_item', `select ${STATE} as state, g.person_id from people.access_review_item i join people.role_grant g on g.id = i.grant_id where i.review_id = $1 and i.grant_id = $2`);
