import { anyWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** The one predicate of who sees a path `p`: published and open to one of the departments (own and above), or followed already by `person`. */
const seen = (departments: string, person: string): string =>
  `((p.state = 'published' and (p.audience = '{}' or p.audience && ${departments}::uuid[])) or (p.state <> 'draft' and exists (select from plans.path_enrolment f where f.path_id = p.id and f.person_id = ${person})))`;

/** A path as person $1 of departments $2 stands to it. */
const CARD = `
  p.id, p.title, p.description, p.profile_id, p.ordered, p.version, p.audience, e.enrolled_at, k.completed_at, coalesce(g.required, 0) as required, coalesce(g.done, 0) as done, coalesce(g.minutes_left, 0) as minutes_left,
  (select count(distinct i.step)::int from plans.path_item i where i.path_id = p.id) as steps, (select t.minutes from plans.target t where t.target_kind = 'path' and t.target_id = p.id) as minutes,
  (select count(*)::int from plans.path_enrolment o where o.path_id = p.id) as people`;
const MINE = `
  left join plans.path_enrolment e on e.person_id = $1 and e.path_id = p.id
  left join plans.path_completion k on k.person_id = $1 and k.path_id = p.id
  left join lateral plans.path_progress($1, array[p.id]) g on true`;

/** Paths person $1 of departments $2 sees, own first, then role maps: of words $3, role $4, only own $5; after rank $6, title $7, id $8; at most $9. */
export const PATHS = statement(
  'plans.paths',
  `with found as (
     select p.*, case when f.path_id is not null then 0 when p.profile_id is not null then 1 else 2 end as rank
       from plans.path p left join plans.path_enrolment f on f.person_id = $1 and f.path_id = p.id
      where ${seen('$2', '$1')} and ($3::text is null or p.title ilike $3 or p.description ilike $3) and ($4::text is null or p.profile_id = $4) and (not $5::boolean or f.path_id is not null)),
   listed as (
     select * from found where $6::int is null or (rank, title, id) > ($6, $7, $8::uuid) order by rank, title, id limit $9)
   select p.rank, ${CARD} from listed p ${MINE} order by p.rank, p.title, p.id`,
);

/** Path $3 as person $1 of departments $2 sees it. */
export const PATH = statement('plans.path', `select ${CARD}, v.content from plans.path p join plans.path_version v on v.path_id = p.id and v.number = p.version ${MINE} where p.id = $3 and ${seen('$2', '$1')}`);

/** Items of path $3 as person $1 of departments $2 stands to them. */
export const ITEMS = statement(
  'plans.path_view_items',
  `select s.step, s.item, s.satisfied, i.kind, i.course_id, i.skill_id, i.level, o.title, o.minutes, coalesce(o.open and (o.audience = '{}' or o.audience && $2::uuid[]), false) as open,
          (select (array_agg(a.registration_id order by a.going_on desc, a.started_at desc))[1] from plans.attempted a where a.target_kind = 'course' and a.target_id = i.course_id and a.person_id = $1) as registration_id
     from plans.path_items($1, array[$3::uuid]) s
     join plans.path_item i on i.path_id = s.path_id and i.step = s.step and i.item = s.item
     left join plans.target o on o.target_kind = 'course' and o.target_id = i.course_id
    order by s.step, s.item`,
);

/** Person $1 follows path $2, when it can be seen by departments $3; nothing when they do already. */
export const ENROL = statement(
  'plans.enrol',
  `insert into plans.path_enrolment (path_id, person_id, enrolled_at) select p.id, $1, platform.now() from plans.path p where p.id = $2 and ${seen('$3', '$1')} on conflict do nothing returning path_id`,
);
export const LEAVE = statement('plans.leave_path', 'delete from plans.path_enrolment where person_id = $1 and path_id = $2 returning path_id');

/** Paths that person $1 follows or owes, whose required steps are satisfied and which they had not completed. */
export const DONE_PATHS = statement(
  'plans.done_paths',
  `with own as (
     select path_id from plans.path_enrolment where person_id = $1
     union select target_id from plans.obligation where person_id = $1 and target_kind = 'path' and state in ('open', 'waived'))
   select p.id as path_id, p.version, p.title
     from plans.path_progress($1, (select coalesce(array_agg(o.path_id), '{}') from own o where not exists (select from plans.path_completion k where k.person_id = $1 and k.path_id = o.path_id))) g
     join plans.path p on p.id = g.path_id where g.done = g.required and g.required > 0`,
);

/** Completion $1 of path $2 by person $3 in version $4; nothing when they have one. */
export const COMPLETE_PATH = statement(
  'plans.complete_path',
  'insert into plans.path_completion (id, path_id, person_id, version, completed_at) values ($1, $2, $3, $4, platform.now()) on conflict (person_id, path_id) do nothing returning id',
);

/** Makes person $1 a follower of path $2 they owe and completed, so that their attempt shows. */
export const FOLLOW = statement('plans.follow_path', 'insert into plans.path_enrolment (path_id, person_id, enrolled_at) values ($2, $1, platform.now()) on conflict do nothing');

/** Persons who may have completed a path by what no event told: followers of paths that ask for skills, and those who owe a path. */
export const MAYBE_DONE = statement(
  'plans.paths_maybe_done',
  `select distinct e.person_id from plans.path_enrolment e join plans.path_item i on i.path_id = e.path_id and i.kind = 'skill'
    where not exists (select from plans.path_completion k where k.person_id = e.person_id and k.path_id = e.path_id)
   union select distinct o.person_id from plans.obligation o where o.target_kind = 'path' and o.state = 'open'`,
);

const ADMINISTERED = `p.id, p.title, p.profile_id, p.state, p.version, p.scope, p.updated_at, p.revision, p.draft, p.audience,
  p.version = 0 or p.draft is distinct from (select v.content from plans.path_version v where v.path_id = p.id and v.number = p.version) as changed,
  (select count(*)::int from plans.path_enrolment e where e.path_id = p.id) as people, (select count(*)::int from plans.path_completion c where c.path_id = p.id) as completed`;

/** Paths in reach of scope $1 (null = all; a branch reads what head office publishes): of words $2, state $3; after time $4 and id $5; at most $6. */
export const ADMINISTERED_PATHS = statement(
  'plans.administered_paths',
  `select ${ADMINISTERED}, p.updated_at::text as sort_key from plans.path p
    where ($1::uuid[] is null or p.scope <@ $1::uuid[] or (p.scope is null and p.state <> 'draft')) and ($2::text is null or p.title ilike $2) and ($3::text is null or p.state = $3)
      and ($4::timestamptz is null or (p.updated_at, p.id) < ($4, $5::uuid))
    order by p.updated_at desc, p.id desc limit $6`,
);

export const ADMINISTERED_PATH = statement('plans.administered_path', `select ${ADMINISTERED} from plans.path p where p.id = $1`);

export const HOLD_PATH = statement('plans.hold_path', 'select id, title, state, version, revision, scope, draft from plans.path where id = $1 for no key update');

/** What the courses $1 are called; those nobody published any more are closed. */
export const NAMED_COURSES = statement('plans.path_courses', `select target_id as id, title, minutes, open as published from plans.target where target_kind = 'course' and target_id = any($1::uuid[])`);

/** Which of the courses $1 cannot stand on a path for the departments $2 (none = everybody): closed, or seen by nobody there. */
export const CLOSED_COURSES = statement(
  'plans.path_closed_courses',
  `select g.id, t.title from unnest($1::uuid[]) g (id) left join plans.target t on t.target_kind = 'course' and t.target_id = g.id where t.target_id is null or not t.open or not (t.audience = '{}' or (cardinality($2::uuid[]) > 0 and (${anyWithin('t.audience', '$2')} or ${anyWithin('$2::uuid[]', 't.audience')})))`,
);

/** Lays path $1 out for SQL: items $2 as JSON. */
export const LAY_OUT = statement(
  'plans.lay_out_path',
  `insert into plans.path_item (path_id, step, item, required, any_of, kind, course_id, skill_id, level)
   select $1, i.step, i.item, i.required, i.any_of, i.kind, i.course_id, i.skill_id, i.level
     from jsonb_to_recordset($2::jsonb) i (step int, item int, required boolean, any_of boolean, kind text, course_id uuid, skill_id text, level int)`,
);
export const CLEAR_ITEMS = statement('plans.clear_path', 'delete from plans.path_item where path_id = $1');
