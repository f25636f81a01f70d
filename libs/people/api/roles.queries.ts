import { EXCLUSIVE_ROLES } from '@zhixing/people/contract';
import { statement } from '@zhixing/platform/api';

/** SQL: the person of an id as a RolePerson; null for null. */
export const rolePerson = (id: string): string =>
  `(select json_build_object('id', p.id, 'staffNumber', p.staff_number, 'displayName', p.display_name, 'department', k.department_name, 'active', p.active)
      from people.person p left join people.card k on k.person_id = p.id where p.id = ${id})`;

/** SQL: the department of an id, as a scope. */
export const scopeName = (id: string): string => `(select json_build_object('id', d.id, 'name', d.name) from people.department d where d.id = ${id})`;

/** SQL: whether grant `g` stands. */
export const standing = (g: string): string => `(${g}.valid_until is null or ${g}.valid_until > platform.now())`;

/** SQL: the columns of a GrantView of grant `g`. */
export const GRANT_COLUMNS = `g.id, g.role, g.valid_from, g.valid_until, ${scopeName('g.scope_department_id')} as scope, ${rolePerson('g.person_id')} as person,
  ${rolePerson('g.granted_by')} as granted_by, ${rolePerson('g.approved_by')} as approved_by, ${rolePerson('g.ended_by')} as ended_by`;

const EXCLUSIVE = `(${EXCLUSIVE_ROLES.map((role) => `'${role}'`).join(', ')})`;

/** SQL: what stands between a person and one more role: `person`, `role`, `scope` and `until` are SQL of the wanted grant. */
const same = (person: string, role: string, scope: string): string =>
  `exists (select from people.role_grant g where g.person_id = ${person} and ${standing('g')} and g.role = ${role} and g.scope_department_id is not distinct from ${scope})`;
const excluded = (person: string, role: string): string =>
  `(${role} in ${EXCLUSIVE} and exists (select from people.role_grant g where g.person_id = ${person} and ${standing('g')} and g.role in ${EXCLUSIVE} and g.role <> ${role}))`;
const waiting = `exists (select from people.role_request r where r.person_id = $2 and r.role = $3 and r.scope_department_id is not distinct from $4::uuid and r.decision is null and r.expires_at > platform.now())`;
const open = (department: string): string => `(${department} is null or exists (select from people.department d where d.id = ${department} and (d.closed_on is null or d.closed_on > platform.today())))`;
const ahead = (day: string): string => `(${day} is null or ${day} > platform.today())`;

/** SQL: whether an active person may be given a role now. */
export const grantable = (person: string, role: string, scope: string, until: string): string =>
  `exists (select from people.person a where a.id = ${person} and a.active) and ${open(scope)} and ${ahead(until)} and not ${same(person, role, scope)} and not ${excluded(person, role)}`;

/** SQL: the moment a day begins in the bank's zone. */
export const dayBegins = (day: string): string => `(${day})::timestamp at time zone 'Asia/Shanghai'`;

/** How many active people hold each role. */
export const HOLDERS = statement(
  'people.role_holders',
  `select g.role, count(distinct g.person_id)::int as holders
     from people.role_grant g join people.person p on p.id = g.person_id and p.active
    where ${standing('g')} and g.valid_from <= platform.now() group by g.role`,
);

/** Requests that wait for a second administrator. */
export const WAITING = statement('people.role_requests_waiting', 'select count(*)::int as waiting from people.role_request where decision is null and expires_at > platform.now()');

/** Grants of role $1, newest first, after id $2: those that stand, or with $4 those that ended; $3 + 1 rows. */
export const GRANTS = statement(
  'people.role_grants',
  `select ${GRANT_COLUMNS} from people.role_grant g
    where g.role = $1 and ($2::uuid is null or g.id < $2) and ${standing('g')} <> $4::boolean order by g.id desc limit $3::int + 1`,
);

/** Grants role $3 to person $2 in department $4 (null = the whole bank) until day $5 by $6, who is somebody else. */
export const GRANT = statement(
  'people.grant_role',
  `insert into people.role_grant (id, person_id, role, scope_department_id, valid_from, valid_until, granted_by)
   select $1::uuid, $2::uuid, $3::text, $4::uuid, platform.now(), ${dayBegins('$5::date')}, $6::uuid
    where $2 <> $6 and ${grantable('$2', '$3', '$4', '$5')}
   returning id`,
);

/** Asks for role $3 for person $2 in department $4 until day $5 by $6 for reason $7; nobody decides after seven days. */
export const REQUEST = statement(
  'people.request_role',
  `insert into people.role_request (id, person_id, role, scope_department_id, until, reason, requested_by, requested_at, expires_at)
   select $1::uuid, $2::uuid, $3::text, $4::uuid, $5::date, $7::text, $6::uuid, platform.now(), platform.now() + interval '7 days'
    where not ${waiting} and ${grantable('$2', '$3', '$4', '$5')}
   returning id`,
);

/** Why role $3 cannot be given to person $2 in department $4 until day $5. */
export const OBSTACLE = statement(
  'people.role_obstacle',
  `select case when not exists (select from people.person where id = $2 and active) or not ${open('$4::uuid')} then 'not_found'
               when not ${ahead('$5::date')} then 'invalid'
               when ${excluded('$2', '$3::text')} then 'people.roles_exclude'
               when ${same('$2', '$3::text', '$4::uuid')} or ($1 and ${waiting}) then 'people.role_held' end as code`,
);

/** Endings of roles take turns, so that two at once cannot take away the last administrators. Until the transaction ends. */
export const LOCK_ENDINGS = statement('people.lock_role_endings', `select pg_advisory_xact_lock(hashtextextended('people.role_endings', 0))`);

/**
 * SQL: how many active people besides that of `g` are security administrators. A transaction that waited for the lock has an older moment than the end it
 * waited for, to which that grant still stands; `ended_by` says that it does not.
 */
const OTHERS = `(select count(distinct o.person_id) from people.role_grant o join people.person a on a.id = o.person_id and a.active where o.role = 'security_admin' and o.ended_by is null and ${standing('o')} and o.person_id <> g.person_id)`;

/** Ends grant $1 of role $2 by $3, unless fewer than two security administrators would remain. A leaver's goes in any case. */
export const END = statement(
  'people.end_role',
  `update people.role_grant g set valid_until = greatest(g.valid_from, platform.now()), ended_by = $3
    where g.id = $1 and g.role = $2 and g.ended_by is null and ${standing('g')}
      and (g.role <> 'security_admin' or ${OTHERS} >= 2 or not exists (select from people.person a where a.id = g.person_id and a.active))
   returning g.person_id, g.scope_department_id`,
);

/** Whether grant $1 of role $2 stands. */
export const STANDS = statement('people.role_stands', `select g.id from people.role_grant g where g.id = $1 and g.role = $2 and g.ended_by is null and ${standing('g')}`);
