import { anyWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** The one predicate of who sees a path `p`: published and open to one of the departments (own and above), or followed already by `person`, or owed by them. */
const seen = (departments: string, person: string): string =>
  `((p.state = 'published' and (p.audience = '{}' or p.audience && ${departments}::uuid[]))
    or (p.state <> 'draft' and (exists (select from plans.path_enrolment f where f.path_id = p.id and f.person_id = ${person})
                             or exists (select from plans.obligation b where b.person_id = ${person} and b.target_kind = 'path' and b.target_id = p.id and b.state <> 'cancelled'))))`;

/** SQL: what `person` owes of path `p` last, with since when completions count for it; nothing when they do not. */
const OWED = (person: string): string => `
  left join lateral (
    select b.id, b.cycle, b.counts_from, b.due_on from plans.obligation b where b.person_id = ${person} and b.target_kind = 'path' and b.target_id = p.id and b.state <> 'cancelled'
     order by b.counts_from desc, b.due_on desc, b.id limit 1) o on true
  cross join lateral (select coalesce(o.counts_from, '-infinity') as since) t`;

/** A path as person $1 of departments $2 stands to it; of one they owe, in the turn they owe it for. */
const CARD = `
  p.id, p.title, p.description, p.profile_id, p.ordered, p.version, p.audience, e.enrolled_at, k.completed_at, k.completed_before, o.id as obligation_id, o.cycle, o.due_on::text, coalesce(g.required, 0) as required, coalesce(g.done, 0) as done, coalesce(g.minutes_left, 0) as minutes_left,
  (select count(distinct i.step)::int from plans.path_item i where i.path_id = p.id) as steps, (select t.minutes from plans.target t where t.target_kind = 'path' and t.target_id = p.id) as minutes,
  (select count(*)::int from plans.path_enrolment o where o.path_id = p.id) as people`;
const MINE = `
  left join plans.path_enrolment e on e.person_id = $1 and e.path_id = p.id
  ${OWED('$1')}
 cross join lateral (
    select max(c.completed_at) filter (where c.counts_from >= t.since) as completed_at, max(c.completed_at) filter (where c.counts_from < t.since) as completed_before
      from plans.path_completion c where c.person_id = $1 and c.path_id = p.id) k
  left join lateral plans.path_progress($1, array[p.id], t.since) g on true`;

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

/** Path $3 as person $1 of departments $2 sees it, with its items in their order. */
export const PATH = statement(
  'plans.path',
  `select ${CARD}, v.content, coalesce(n.items, '[]') as items
     from plans.path p join plans.path_version v on v.path_id = p.id and v.number = p.version ${MINE}
     left join lateral (
       select json_agg(json_build_object(
                'step', s.step, 'satisfied', s.satisfied, 'kind', i.kind, 'course_id', i.course_id, 'skill_id', i.skill_id, 'level', i.level, 'title', f.title, 'minutes', s.minutes,
                'open', coalesce(f.open and (f.audience = '{}' or f.audience && $2::uuid[]), false),
                'registration_id', (select (array_agg(a.registration_id order by a.going_on desc, a.started_at desc))[1] from plans.attempted a where a.target_kind = 'course' and a.target_id = i.course_id and a.person_id = $1 and (a.going_on or a.counted_from >= t.since))
              ) order by s.step, s.item) as items
         from plans.path_items($1, array[p.id], t.since) s
         join plans.path_item i on i.path_id = s.path_id and i.step = s.step and i.item = s.item
         left join plans.target f on f.target_kind = 'course' and f.target_id = i.course_id) n on true
    where p.id = $3 and ${seen('$2', '$1')}`,
);

/** The path on which person $1 of departments $2 is: that of the role $3 they aim at, one that they follow before another, else the first they follow; none that they completed. */
export const AIM = statement(
  'plans.path_aim',
  `select p.id from plans.path p left join plans.path_enrolment e on e.person_id = $1 and e.path_id = p.id ${OWED('$1')}
    where ${seen('$2', '$1')} and (p.profile_id = $3 or e.path_id is not null) and not exists (select from plans.path_completion k where k.person_id = $1 and k.path_id = p.id and k.counts_from >= t.since)
    order by coalesce(p.profile_id = $3, false) desc, e.path_id is not null desc, p.title, p.id limit 1`,
);

/** Person $1 follows path $2, when it can be seen by departments $3; nothing when they do already. */
export const ENROL = statement(
  'plans.enrol',
  `insert into plans.path_enrolment (path_id, person_id, enrolled_at, begun_at, counts_from) select p.id, $1, platform.now(), platform.now(), '-infinity' from plans.path p where p.id = $2 and ${seen('$3', '$1')} on conflict do nothing returning path_id`,
);
export const LEAVE = statement('plans.leave_path', 'delete from plans.path_enrolment where person_id = $1 and path_id = $2 returning path_id');

/** SQL of what people follow or owe and have not completed, with since when completions count for it. */
const UNSETTLED = `
  select n.person_id, n.path_id, n.since
    from (select person_id, path_id, '-infinity'::timestamptz as since from plans.path_enrolment
          union select person_id, target_id, counts_from from plans.obligation where target_kind = 'path' and state in ('open', 'waived')) n
   where not exists (select from plans.path_completion k where k.person_id = n.person_id and k.path_id = n.path_id and k.counts_from >= n.since)`;

/** The persons after $1 who have a path to complete, or path $2 to complete; at most $3. */
export const UNSETTLED_PERSONS = statement(
  'plans.unsettled_persons',
  `select u.person_id from (${UNSETTLED}) u where ($1::uuid is null or u.person_id > $1) and ($2::uuid is null or u.path_id = $2) group by u.person_id order by u.person_id limit $3`,
);

/** Of what persons $1 have to complete that of which something is satisfied, and whether all is; of each path at most one that is complete and one that is not, those that count since last. */
export const BEGUN = statement(
  'plans.begun_paths',
  `select distinct on (o.person_id, g.path_id, complete) o.person_id, g.path_id, p.version, p.title, g.done = g.required as complete, o.since::text
     from (select u.person_id, u.since, array_agg(u.path_id) as paths from (${UNSETTLED}) u where u.person_id = any($1::uuid[]) group by u.person_id, u.since) o
    cross join lateral plans.path_progress(o.person_id, o.paths, o.since) g
     join plans.path p on p.id = g.path_id
    where g.done > 0 order by o.person_id, g.path_id, complete, o.since desc`,
);

/** Persons $1 follow paths $2 and are at them for what counts since $3, so that what was begun of a path they owe shows. */
export const FOLLOW = statement(
  'plans.follow_paths',
  `insert into plans.path_enrolment as e (person_id, path_id, enrolled_at, begun_at, counts_from)
   select f.person_id, f.path_id, platform.now(), platform.now(), max(f.since) from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) f (person_id, path_id, since) group by f.person_id, f.path_id
   on conflict (person_id, path_id) do update set begun_at = excluded.begun_at, counts_from = excluded.counts_from where e.counts_from < excluded.counts_from`,
);

/** Completions $1 of paths $2 by persons $3 in versions $4, by what they completed since $5; returns those that are new. */
export const COMPLETE_PATHS = statement(
  'plans.complete_paths',
  `insert into plans.path_completion (id, path_id, person_id, version, counts_from, completed_at)
   select c.id, c.path_id, c.person_id, c.version, c.since, platform.now() from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[]) c (id, path_id, person_id, version, since)
   on conflict (person_id, path_id, counts_from) do nothing returning id, path_id, person_id, counts_from::text as since`,
);

const ADMINISTERED = `p.id, p.title, p.profile_id, p.state, p.version, p.scope, p.updated_at, p.revision, p.draft, p.audience,
  p.version = 0 or p.draft is distinct from (select v.content from plans.path_version v where v.path_id = p.id and v.number = p.version) as changed,
  (select count(*)::int from plans.path_enrolment e where e.path_id = p.id) as people, (select count(distinct c.person_id)::int from plans.path_completion c where c.path_id = p.id) as completed`;

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
