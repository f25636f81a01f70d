import { anyWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** What the dates make of a published class `k`. */
const STATUS = `case when k.state <> 'published' then k.state when platform.today() < k.starts_on then 'published' when platform.today() <= k.ends_on then 'running' else 'over' end`;

const ROW = `k.id, k.title, k.place, ${STATUS} as status, k.state, k.starts_on::text, k.ends_on::text, k.capacity, k.taken, k.owner_id, coalesce(p.display_name, '') as owner_name, k.scope, k.description, k.domain, k.homework,
  k.nominations_until::text, k.cost, k.revision from plans.training_class k left join people.card p on p.person_id = k.owner_id`;

/** Columns of a half-day `h` as the contract has them. */
export const HALF_DAY = `h.id, h.day::text, h.part, to_char(h.starts_at, 'HH24:MI') as "startsAt", to_char(h.ends_at, 'HH24:MI') as "endsAt", h.topic, h.speaker, h.room`;
/** Half-days `h` in the order they are held. */
export const IN_ORDER = 'h.day, h.starts_at, h.id';

/** Classes an administrator of scope $1 (null = all) reaches, with words $2 and state $3, the latest first: after the row of day $4 and id $5, $6 rows. */
export const CLASSES = statement(
  'plans.classes',
  `select ${ROW} where ($1::uuid[] is null or k.scope <@ $1::uuid[]) and ($2::text is null or k.title ilike $2) and ($3::text is null or k.state = $3)
      and ($4::date is null or (k.starts_on, k.id) < ($4, $5::uuid)) order by k.starts_on desc, k.id desc limit $6`,
);
export const CLASS = statement('plans.class', `select ${ROW} where k.id = $1`);
/** Class $1, held for the rest of the transaction. */
export const HOLD_CLASS = statement('plans.hold_class', `select ${ROW} where k.id = $1 for no key update of k`);

export const HALF_DAYS = statement('plans.class_half_days', `select ${HALF_DAY} from plans.class_half_day h where h.class_id = $1 order by ${IN_ORDER}`);
export const COURSES = statement(
  'plans.class_courses',
  `select c.course_id as id, o.title, o.minutes, c.finish_by::text as "finishBy", c.exam from plans.class_course c join plans.target o on o.target_kind = 'course' and o.target_id = c.course_id where c.class_id = $1 order by c.exam, c.finish_by, o.title`,
);
export const QUOTAS = statement(
  'plans.class_quotas',
  'select department_id as id, quota, taken from plans.class_quota where class_id = $1 order by department_id',
);
export const MATERIALS = statement('plans.class_materials', 'select id, name, size::int, added_at as "addedAt" from plans.class_material where class_id = $1 order by added_at, id');

/** Of the courses $1 those that are published and open to somebody of departments $2 or an administrator of scope $3. */
export const OPEN_COURSES = statement(
  'plans.class_open_courses',
  `select t.target_id as id from plans.target t where t.target_kind = 'course' and t.target_id = any($1) and t.open
      and (t.audience = '{}' or t.audience && $2::uuid[] or ${anyWithin('t.audience', '$3')})`,
);
/** Of the departments $1 those within scope $2. */
export const REACHED_DEPARTMENTS = statement('plans.class_departments', `select asked.id from unnest($1::uuid[]) as asked (id) where ${anyWithin('array[asked.id]', '$2')}`);

/** Replaces the programme of class $1 by the half-days of JSON $2, each under its id unless day and part stand there already; what has attendance and is left out stays, and is returned. */
export const SAVE_HALF_DAYS = statement(
  'plans.save_half_days',
  `with given as (select * from jsonb_to_recordset($2::jsonb) as g (id uuid, day date, part text, "startsAt" time, "endsAt" time, topic text, speaker text, room text)),
   gone as (delete from plans.class_half_day h where h.class_id = $1 and not exists (select from given g where g.day = h.day and g.part = h.part)
                   and not exists (select from plans.class_attendance_change c where c.half_day_id = h.id) and not exists (select from plans.class_check_in_try t where t.half_day_id = h.id)),
   saved as (insert into plans.class_half_day (id, class_id, day, part, starts_at, ends_at, topic, speaker, room) select id, $1, day, part, "startsAt", "endsAt", topic, speaker, room from given
             on conflict (class_id, day, part) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, topic = excluded.topic, speaker = excluded.speaker, room = excluded.room)
   select h.id from plans.class_half_day h where h.class_id = $1 and not exists (select from given g where g.day = h.day and g.part = h.part) and exists (select from plans.class_attendance_change c where c.half_day_id = h.id)`,
);
export const SAVE_COURSES = statement(
  'plans.save_class_courses',
  `with given as (select * from jsonb_to_recordset($2::jsonb) as g ("courseId" uuid, "finishBy" date, exam boolean)),
   gone as (delete from plans.class_course c where c.class_id = $1 and c.course_id not in (select "courseId" from given))
   insert into plans.class_course (class_id, course_id, finish_by, exam) select $1, "courseId", "finishBy", exam from given
   on conflict (class_id, course_id) do update set finish_by = excluded.finish_by, exam = excluded.exam`,
);
/** Replaces the quotas of class $1 by those of JSON $2; one that has sent people stays as large as that, and is returned. */
export const SAVE_QUOTAS = statement(
  'plans.save_class_quotas',
  `with given as (select * from jsonb_to_recordset($2::jsonb) as g ("departmentId" uuid, quota int)),
   gone as (delete from plans.class_quota q where q.class_id = $1 and q.taken = 0 and q.department_id not in (select "departmentId" from given)),
   saved as (insert into plans.class_quota as q (class_id, department_id, quota, taken) select $1, "departmentId", quota, 0 from given
             on conflict (class_id, department_id) do update set quota = excluded.quota where q.taken <= excluded.quota)
   select q.department_id from plans.class_quota q left join given g on g."departmentId" = q.department_id where q.class_id = $1 and q.taken > coalesce(g.quota, 0)`,
);

/** Publishes class $1; nothing when it is no draft. */
export const PUBLISH = statement('plans.publish_class', `update plans.training_class set state = 'published', published_at = platform.now(), revision = revision + 1 where id = $1 and state = 'draft' returning id`);
export const CANCEL = statement('plans.cancel_class', `update plans.training_class set state = 'cancelled', closed_at = platform.now(), revision = revision + 1 where id = $1 and state in ('draft', 'published') returning id`);
/** Closes class $1 with cost $2; nothing before its last day or when it is not published. */
export const CLOSE = statement(
  'plans.close_class',
  `update plans.training_class set state = 'closed', closed_at = platform.now(), cost = $2, revision = revision + 1 where id = $1 and state = 'published' and ends_on <= platform.today() returning id`,
);

/** Copies programme, courses, quotas and survey of class $1 to the draft $2, so many days ($3) later. */
export const COPY_PARTS = statement(
  'plans.copy_class',
  `with programme as (insert into plans.class_half_day (id, class_id, day, part, starts_at, ends_at, topic, speaker, room)
                      select gen_random_uuid(), $2, day + $3::int, part, starts_at, ends_at, topic, speaker, room from plans.class_half_day where class_id = $1),
   courses as (insert into plans.class_course (class_id, course_id, finish_by, exam) select $2, course_id, finish_by + $3::int, exam from plans.class_course where class_id = $1),
   quotas as (insert into plans.class_quota (class_id, department_id, quota, taken) select $2, department_id, quota, 0 from plans.class_quota where class_id = $1)
   insert into plans.survey (id, class_id, title, anonymous, questions, state) select gen_random_uuid(), $2, title, anonymous, questions, 'draft' from plans.survey where class_id = $1`,
);

/** The classes person $1 is on the roster of. */
export const MY_CLASSES = statement(
  'plans.my_classes',
  `select k.id, k.title, k.place, ${STATUS} as status, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", f.attended, f."halfDays"
     from plans.class_member m join plans.training_class k on k.id = m.class_id
    cross join lateral (select count(*)::int as "halfDays", count(*) filter (where a.mark in ('present', 'partial'))::int as attended
                          from plans.class_half_day h left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = k.id) f
    where m.person_id = $1 and m.state = 'booked' and k.state <> 'draft' order by k.starts_on desc, k.id desc limit 200`,
);
/** Class $1 for person $2, when they are on its roster. */
export const MY_CLASS = statement(
  'plans.my_class',
  `select k.id, k.title, k.description, k.place, k.homework, ${STATUS} as status, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", k.owner_id, coalesce(p.display_name, '') as owner_name,
          case when s.id is null then 'none' when exists (select from plans.survey_receipt r where r.survey_id = s.id and r.person_id = $2) then 'answered' when s.state = 'open' then 'open' else 'none' end as survey
     from plans.class_member m join plans.training_class k on k.id = m.class_id left join people.card p on p.person_id = k.owner_id left join plans.survey s on s.class_id = k.id
    where k.id = $1 and m.person_id = $2 and m.state = 'booked' and k.state <> 'draft'`,
);
export const MY_HALF_DAYS = statement(
  'plans.my_half_days',
  `select ${HALF_DAY}, a.mark, a.mark is null and k.state = 'published' and platform.now() between w.opens_at and w.closes_at as "checkIn"
     from plans.class_half_day h join plans.training_class k on k.id = h.class_id left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = $2
    cross join lateral (select (h.day + h.starts_at) at time zone 'Asia/Shanghai' - interval '30 minutes' as opens_at, (h.day + h.ends_at) at time zone 'Asia/Shanghai' as closes_at) w
    where h.class_id = $1 order by ${IN_ORDER}`,
);
export const MY_COURSES = statement(
  'plans.my_class_courses',
  `select c.course_id as id, o.title, o.minutes, c.finish_by::text as "finishBy", c.exam, t.completed_at as "completedAt", coalesce(t.started, false) as started
     from plans.class_course c join plans.target o on o.target_kind = 'course' and o.target_id = c.course_id
     left join lateral (select min(completed_at) as completed_at, count(*) > 0 as started from plans.attempted where target_kind = 'course' and target_id = c.course_id and person_id = $2) t on true
    where c.class_id = $1 order by c.exam, c.finish_by, o.title`,
);
