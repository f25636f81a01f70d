import { statement } from '@zhixing/platform/api';
import { HALF_DAY, IN_ORDER } from './classes.queries.ts';

const CARD = 'c.person_id, c.staff_number, c.display_name, c.position, c.department_id, c.department_name';

/** The roster of class $1 with the marks of each person by half-day. */
export const SHEET = statement(
  'plans.class_sheet',
  `select ${CARD}, coalesce((select jsonb_object_agg(a.half_day_id, a.mark) from plans.class_half_day h join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = m.class_id), '{}') as marks
     from plans.class_member m join people.card c on c.person_id = m.person_id where m.class_id = $1 and m.state = 'booked' order by c.department_name, c.staff_number`,
);

/** Of the marks of JSON $3 for half-day $2 of class $1: persons who are not on the roster (`stranger`), and those with another mark already (`other`). */
export const CHECK_MARKS = statement(
  'plans.check_marks',
  `select coalesce(c.display_name, '—') as name, m.id is null as stranger from jsonb_to_recordset($3::jsonb) as g ("personId" uuid, mark text)
     left join plans.class_member m on m.class_id = $1 and m.person_id = g."personId" and m.state = 'booked'
     left join plans.class_attendance a on a.half_day_id = $2 and a.person_id = g."personId" left join people.card c on c.person_id = g."personId"
    where m.id is null or a.mark <> g.mark order by 1`,
);
/** Records the marks of JSON $2 for half-day $1 by $3 because of $4, each change with what stood there before. */
export const MARK = statement(
  'plans.mark_attendance',
  `with given as (select g."personId" as person_id, g.mark, a.mark as before from jsonb_to_recordset($2::jsonb) as g ("personId" uuid, mark text) left join plans.class_attendance a on a.half_day_id = $1 and a.person_id = g."personId"
                   where a.mark is distinct from g.mark),
   marked as (insert into plans.class_attendance (half_day_id, person_id, mark) select $1, person_id, mark from given on conflict (half_day_id, person_id) do update set mark = excluded.mark)
   insert into plans.class_attendance_change (half_day_id, person_id, before, mark, source, at, by_id, reason) select $1, person_id, before, mark, 'sheet', platform.now(), $3, $4 from given returning person_id`,
);

/** Half-day $2 of class $1. */
export const HALF_DAY_OF = statement('plans.half_day_of', `select ${HALF_DAY} from plans.class_half_day h where h.class_id = $1 and h.id = $2`);

const WINDOW = `(h.day + h.starts_at) at time zone 'Asia/Shanghai' - interval '30 minutes' as opens_at, (h.day + h.ends_at) at time zone 'Asia/Shanghai' as closes_at`;

/** Half-day $1 with its window and class, and whether person $2 is on the roster and marked already. */
export const CHECK_IN_AT = statement(
  'plans.check_in_at',
  `select ${HALF_DAY}, h.class_id, k.title, k.state, ${WINDOW}, platform.now() as now, m.id is not null as member, a.mark
     from plans.class_half_day h join plans.training_class k on k.id = h.class_id
     left join plans.class_member m on m.class_id = k.id and m.person_id = $2 and m.state = 'booked' left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = $2
    where h.id = $1`,
);
/** Half-day $2 of class $1 with its window and how many are there. */
export const CODE_FACTS = statement(
  'plans.code_facts',
  `select ${HALF_DAY}, ${WINDOW}, platform.now() as now, (select count(*) from plans.class_attendance a where a.half_day_id = h.id and a.mark in ('present', 'partial'))::int as checked_in
     from plans.class_half_day h where h.class_id = $1 and h.id = $2`,
);
/** Adds $4 wrong codes (0 or 1) of person $2 at half-day $1; nothing once there are $3 of them. */
export const TAKE_CODE_TRY = statement(
  'plans.take_code_try',
  `insert into plans.class_check_in_try as t (half_day_id, person_id, tries) values ($1, $2, $4) on conflict (half_day_id, person_id) do update set tries = t.tries + $4 where t.tries < $3 returning tries`,
);
/** Person $2 is there at half-day $1 of a published class; nothing when they are marked already. */
export const CHECK_IN = statement(
  'plans.check_in',
  `with marked as (insert into plans.class_attendance (half_day_id, person_id, mark) select h.id, $2, 'present' from plans.class_half_day h join plans.training_class k on k.id = h.class_id and k.state = 'published' where h.id = $1
                   on conflict do nothing returning half_day_id, person_id)
   insert into plans.class_attendance_change (half_day_id, person_id, before, mark, source, at, by_id, reason) select half_day_id, person_id, null, 'present', 'check_in', platform.now(), person_id, '' from marked returning id`,
);

/** Marks of class $1 as they were given, the newest first: after the row of id $2, $3 rows. */
export const ATTENDANCE_CHANGES = statement(
  'plans.attendance_changes',
  `select x.id, h.day::text, h.part, x.before, x.mark, x.source, x.at, x.reason, x.by_id, b.display_name as by_name, ${CARD}
     from plans.class_attendance_change x join plans.class_half_day h on h.id = x.half_day_id join people.card c on c.person_id = x.person_id left join people.card b on b.person_id = x.by_id
    where h.class_id = $1 and ($2::bigint is null or x.id < $2) order by x.id desc limit $3`,
);

/** Minutes a half-day `h` gives to whoever has mark `a`: all of them, or half. */
const MINUTES = `case a.mark when 'present' then extract(epoch from h.ends_at - h.starts_at) / 60 when 'partial' then extract(epoch from h.ends_at - h.starts_at) / 120 else 0 end`;

export const REPORT_HALF_DAYS = statement(
  'plans.class_report_half_days',
  `select ${HALF_DAY}, ${['present', 'partial', 'absent', 'excused'].map((mark) => `count(*) filter (where a.mark = '${mark}')::int as ${mark}`).join(', ')}, count(*) filter (where m.id is not null and a.mark is null)::int as unmarked
     from plans.class_half_day h left join plans.class_member m on m.class_id = h.class_id and m.state = 'booked' left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id
    where h.class_id = $1 group by h.id order by ${IN_ORDER}`,
);
/** Everybody on the roster of class $1 with their marks, minutes and finished courses. Without a mark = absent. */
export const REPORT_PEOPLE = statement(
  'plans.class_report_people',
  `select ${CARD}, f.present, f.partial, f.excused, f.total - f.present - f.partial - f.excused as absent, f.minutes, t.done as courses, f.total - f.present - f.partial - f.excused = 0 and t.done = t.total as completed, t.total
     from plans.class_member m join people.card c on c.person_id = m.person_id
    cross join lateral (select count(*)::int as total, count(*) filter (where a.mark = 'present')::int as present, count(*) filter (where a.mark = 'partial')::int as partial, count(*) filter (where a.mark = 'excused')::int as excused,
                               coalesce(sum(${MINUTES}), 0)::int as minutes
                          from plans.class_half_day h left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = m.class_id) f
    cross join lateral (select count(*)::int as total, count(*) filter (where exists (select from plans.attempted x where x.target_kind = 'course' and x.target_id = k.course_id and x.person_id = m.person_id and x.completed_at is not null))::int as done
                          from plans.class_course k where k.class_id = m.class_id) t
    where m.class_id = $1 and m.state = 'booked' order by c.department_name, c.staff_number`,
);
/** What the people of the closed class $1 earned by attending: one row a member with minutes. */
export const CLASS_HOURS = statement(
  'plans.class_hours',
  `select m.id, m.person_id, k.title, k.closed_at, f.minutes from plans.training_class k join plans.class_member m on m.class_id = k.id and m.state = 'booked'
    cross join lateral (select coalesce(sum(${MINUTES}), 0)::int as minutes from plans.class_half_day h join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = k.id) f
    where k.id = $1 and k.state = 'closed' and f.minutes > 0 order by m.id`,
);
