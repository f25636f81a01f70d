import { statement } from '@zhixing/platform/api';
import { lieWithin } from './roles.policy.ts';

/** Persons by the staff numbers $1, also those who left; `within` = whether they work, or worked last, in scope $2; `placed` = whether they ever had a place. */
export const PERSONS_NUMBERED = statement(
  'people.persons_numbered',
  `select p.staff_number, p.id as person_id, p.display_name as name, ${lieWithin(`coalesce(w.path, '{}')`, '$2')} as within, w.path is not null as placed
     from people.person p
     left join lateral (
          select d.path from people.department_membership m join people.department d on d.id = m.department_id
           where m.person_id = p.id order by m.valid_from <= platform.today() desc, m.valid_from desc limit 1) w on true
    where p.staff_number = any($1)`,
);

/** Where each of the persons $1 worked on their day of $2: the place that held, else the next one after it, else the last before. Nothing for whoever never had a place. */
export const PLACES_THEN = statement(
  'people.places_then',
  `select g.at::int, w.department_id, coalesce(w.name_then, d.name) as department, o.name as position
     from unnest($1::uuid[], $2::date[]) with ordinality as g (person_id, day, at)
    cross join lateral (
          select m.department_id, m.position_id,
                 (select n.name from people.department_place n
                   where n.department_id = m.department_id and n.valid_from <= g.day and (n.valid_until is null or n.valid_until > g.day) limit 1) as name_then
            from people.department_membership m
           where m.person_id = g.person_id
           order by m.valid_from <= g.day and (m.valid_until is null or m.valid_until > g.day) desc, m.valid_from > g.day desc, abs(m.valid_from - g.day) limit 1) w
     join people.department d on d.id = w.department_id
     join people.position o on o.id = w.position_id`,
);
