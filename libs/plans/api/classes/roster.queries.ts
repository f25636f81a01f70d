import { departmentsOf, lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { below } from '../line.ts';

export const BOOKED = statement('plans.class_booked', "select person_id from plans.class_member where class_id = $1 and state = 'booked' order by person_id");

const CARD = 'c.person_id, c.staff_number, c.display_name, c.position, c.department_id, c.department_name';

/** Everybody who is or was on the roster of class $1: those on it first, by department. */
export const ROSTER = statement(
  'plans.class_roster',
  `select ${CARD}, m.state, m.since, m.reason, m.nominated_by, n.display_name as nominated_name from plans.class_member m join people.card c on c.person_id = m.person_id left join people.card n on n.person_id = m.nominated_by
    where m.class_id = $1 order by m.state, c.department_name, c.staff_number`,
);

/** Names of the persons $1 who do not work within scope $2. */
export const OUTSIDE_SCOPE = statement(
  'plans.class_outside_scope',
  `select coalesce(c.display_name, '—') as name from unnest($1::uuid[]) as asked (id) left join people.card c on c.person_id = asked.id left join people.workforce w on w.person_id = asked.id
    where w.person_id is null or not w.active or not ${lieWithin(departmentsOf('asked.id'), '$2')} order by 1`,
);

/** A place of class $1; nothing when all are taken. */
export const TAKE_CLASS_PLACE = statement('plans.take_class_place', 'update plans.training_class set taken = taken + 1 where id = $1 and taken < capacity returning id');
/** A place of the nearest quota above person $2 for class $1: whose it is; nothing when there is none left. */
export const TAKE_QUOTA = statement(
  'plans.take_class_quota',
  `with unit as (select ${departmentsOf('$2::uuid')} as path),
   nearest as (select q.department_id from plans.class_quota q, unit where q.class_id = $1 and q.department_id = any(unit.path)
                order by array_position(unit.path, q.department_id) desc limit 1)
   update plans.class_quota q set taken = taken + 1 from nearest where q.class_id = $1 and q.department_id = nearest.department_id and q.taken < q.quota returning q.department_id`,
);
/** Puts person $3 on the roster of class $2 (under id $1, of quota $4, named by $5, because of $6); nothing when they are on it. */
export const BOOK = statement(
  'plans.book_member',
  `insert into plans.class_member as m (id, class_id, person_id, quota_department_id, nominated_by, reason, state, since) values ($1, $2, $3, $4, $5, $6, 'booked', platform.now())
   on conflict (class_id, person_id) do update set quota_department_id = excluded.quota_department_id, nominated_by = excluded.nominated_by, reason = excluded.reason, state = 'booked', since = excluded.since
     where m.state = 'cancelled' returning id`,
);
/** Takes person $2 off the roster of class $1; nothing when they are not on it. */
export const UNBOOK = statement(
  'plans.unbook_member',
  `with gone as (update plans.class_member set state = 'cancelled', reason = $3, since = platform.now() where class_id = $1 and person_id = $2 and state = 'booked' returning id, class_id, quota_department_id),
   place as (update plans.training_class k set taken = taken - 1 from gone where k.id = gone.class_id),
   quota as (update plans.class_quota q set taken = taken - 1 from gone where q.class_id = gone.class_id and q.department_id = gone.quota_department_id)
   select id from gone`,
);
export const ADD_MEMBER_STATE = statement('plans.add_member_state', 'insert into plans.class_member_state (member_id, state, at, by_id, reason) values ($1, $2, platform.now(), $3, $4)');

/** Class $1, when it gives a quota to the department of somebody below person $2; `open` = it takes nominations today. */
export const TAKES_CLASS_NOMINATIONS = statement(
  'plans.takes_class_nominations',
  `select k.id, k.title, k.place, k.starts_on::text, k.ends_on::text, k.capacity, k.state = 'published' and k.nominations_until >= platform.today() as open from plans.training_class k
    where k.id = $1 and k.state <> 'draft'
      and exists (select from plans.class_quota q join people.workforce w on q.department_id = any(w.department_path) where q.class_id = k.id and w.person_id in ${below('$2')})`,
);
/** Classes that take nominations today and have a quota above somebody below person $1, with those quotas. */
export const OPEN_CLASSES = statement(
  'plans.open_classes',
  `with units as materialized (select distinct unnest(w.department_path) as id from people.workforce w where w.person_id in ${below('$1')})
   select k.id, k.title, k.place, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", k.nominations_until::text as until, k.capacity - k.taken as left,
          json_agg(json_build_object('id', q.department_id, 'quota', q.quota, 'taken', q.taken) order by q.department_id) as quotas
     from plans.training_class k join plans.class_quota q on q.class_id = k.id and q.department_id in (select id from units)
    where k.state = 'published' and k.nominations_until >= platform.today() group by k.id order by k.nominations_until, k.id limit 100`,
);
