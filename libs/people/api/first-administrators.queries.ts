import { statement } from '@zhixing/platform/api';
import { standing } from './roles.queries.ts';

/** Two commands at once take turns. Until the transaction ends. */
export const LOCK_FIRST = statement('people.lock_first_administrators', `select pg_advisory_xact_lock(hashtextextended('people.first_administrators', 0))`);

export const PERSON_BY_NUMBER = statement('people.person_by_number', 'select id, active from people.person where staff_number = $1');

/** The top of the tree, or while there is none a new one: id $1, code $2, name $3. */
export const ADD_TOP = statement(
  'people.add_top',
  `with top as (select id, false as created from people.department where parent_id is null order by id limit 1),
   added as (insert into people.department (id, code, name, path) select $1::uuid, $2::text, $3::text, array[$1::uuid] where $2 is not null and not exists (select from top) returning id, true as created)
   select * from top union all select * from added`,
);

/** The position of whose real one HR will tell later; made with id $1 when it is not there. */
export const COMMON_POSITION = statement(
  'people.common_position',
  `with added as (insert into people.position (id, code, name) values ($1, '员工', '员工') on conflict (code) do nothing returning id)
   select id from added union all select id from people.position where code = '员工' limit 1`,
);

/** Persons $2 become security administrators by grants $1, while nobody who works here is one. */
export const FIRST_GRANTS = statement(
  'people.first_grants',
  `insert into people.role_grant (id, person_id, role, valid_from)
   select t.id, t.person_id, 'security_admin', platform.now() from unnest($1::uuid[], $2::uuid[]) t (id, person_id)
    where not exists (select from people.role_grant g join people.person p on p.id = g.person_id and p.active where g.role = 'security_admin' and ${standing('g')})
   returning id, person_id`,
);
