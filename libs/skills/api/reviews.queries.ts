import { worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { CURRENT } from './framework.queries.ts';

/** SQL: whether person $1, who administers scope $2, may review somebody else's review `r`: by the line, or as L&D. */
const MAY_REVIEW = `(r.person_id <> $1 and (${worksWithin('r.person_id', '$2')} or exists (select from people.line l where l.manager_id = $1 and l.person_id = r.person_id)))`;

/** A newer claim takes the place of the open one of person $1 at skill $2. */
export const WITHDRAW = statement('skills.withdraw_review', "update skills.review set state = 'withdrawn', closed_at = platform.now() where person_id = $1 and skill_id = $2 and state = 'open'");

/** Opens review $1 of person $2 at skill $3 for level $4 with note $5, when that is above today's level; says who leads the person. */
export const OPEN_REVIEW = statement(
  'skills.open_review',
  `with opened as (
     insert into skills.review (id, person_id, skill_id, level, note, state, opened_at)
     select $1, $2, $3, $4, $5, 'open', platform.now()
      where $4::int > coalesce((select level from skills.current_level where person_id = $2 and skill_id = $3), 0)
     on conflict do nothing
     returning id)
   select array(select m.manager_id from people.reporting m where m.person_id = $2 and m.kind = 'line') as managers, (select c.display_name from people.card c where c.person_id = $2) as person,
          (select d.name from skills.skill_definition d where d.skill_id = $3 and d.version = ${CURRENT}) as skill
     from opened`,
);

/** What waits for the word of person $1 (scope $2), after $3 $4, at most $5; the oldest first. */
export const REVIEW_QUEUE = statement(
  'skills.review_queue',
  `select r.id, r.person_id, s.id as skill_id, s.axis, d.name, d.description, coalesce(c.level, 0) as level, r.level as claimed, d.anchors->(r.level - 1) as anchor, r.note, r.opened_at, r.opened_at::text as sort_key,
          (select count(*)::int from skills.review_vote v where v.review_id = r.id) as votes
     from skills.review r
     join skills.skill s on s.id = r.skill_id
     join skills.skill_definition d on d.skill_id = s.id and d.version = ${CURRENT}
     left join skills.current_level c on c.person_id = r.person_id and c.skill_id = r.skill_id
    where r.state = 'open' and ${MAY_REVIEW} and not exists (select from skills.review_vote v where v.review_id = r.id and v.reviewer_id = $1)
      and ($3::timestamptz is null or (r.opened_at, r.id) > ($3, $4::uuid))
    order by r.opened_at, r.id limit $5`,
);

/** Review $3, held for the rest of the transaction, when person $1 (scope $2) may review it, or it is their own. */
export const HOLD_REVIEW = statement(
  'skills.hold_review',
  `select r.id, r.person_id, r.skill_id, r.level, r.note, r.state, d.name
     from skills.review r join skills.skill_definition d on d.skill_id = r.skill_id and d.version = ${CURRENT}
    where r.id = $3 and (r.person_id = $1 or ${MAY_REVIEW}) for update of r`,
);

/** The word of reviewer $2 on review $1, once: level $3 (null = returned), reason $4. */
export const VOTE = statement(
  'skills.vote',
  'insert into skills.review_vote (review_id, reviewer_id, level, reason, at) values ($1, $2, $3, $4, platform.now()) on conflict do nothing returning review_id',
);

export const VOTED_LEVELS = statement('skills.voted_levels', 'select level from skills.review_vote where review_id = $1 and level is not null');

/** Ends review $1: state $2, level granted $3. */
export const CLOSE_REVIEW = statement('skills.close_review', 'update skills.review set state = $2, granted_level = $3, closed_at = platform.now() where id = $1');
