import { statement } from '@zhixing/platform/api';

/** The credential of active person $1, and whether it is older than $2 days (null = it never is). */
export const CREDENTIAL_OF = statement(
  'access.credential_of',
  `select c.login, c.password_hash, c.changed_at, k.staff_number, c.changed_at + make_interval(days => $2::int) as expires_at, coalesce(c.changed_at + make_interval(days => $2::int) <= platform.now(), false) as expired
     from access.credential c join people.actor a on a.person_id = c.person_id join people.card k on k.person_id = c.person_id where c.person_id = $1`,
);

/** The former passwords of person $1, newest first. */
export const FORMER = statement('access.former_passwords', 'select password_hash from access.former_password where person_id = $1 order by changed_at desc');

/** Replaces the password $2 (its hash) of person $1 by $3, unless it was replaced meanwhile; the old one is kept among the former. */
export const CHANGE_PASSWORD = statement(
  'access.change_password',
  `with before as (select person_id, changed_at, password_hash from access.credential where person_id = $1 and password_hash = $2 for update),
   kept as (insert into access.former_password (person_id, changed_at, password_hash) select person_id, changed_at, password_hash from before on conflict do nothing)
   update access.credential c set password_hash = $3, changed_at = platform.now() from before where c.person_id = before.person_id and c.password_hash = before.password_hash returning c.login`,
);

/** Forgets all but the newest $2 former passwords of person $1. */
export const FORGET_FORMER = statement(
  'access.forget_former',
  'delete from access.former_password where person_id = $1 and changed_at not in (select changed_at from access.former_password where person_id = $1 order by changed_at desc limit $2)',
);

/** Voids the links of person $1 that were not used. */
export const VOID_LINKS = statement('access.void_links', 'update access.activation set expires_at = platform.now() where person_id = $1 and used_at is null and expires_at > platform.now()');

/** A link with token hash $1 for person $2 and login $3 by $4, good for $5 hours. */
export const OPEN_LINK = statement(
  'access.open_link',
  `insert into access.activation (token_hash, person_id, login, created_by, created_at, expires_at)
   values ($1, $2, $3, $4, platform.now(), platform.now() + make_interval(hours => $5::int)) returning expires_at`,
);

const USABLE = 'used_at is null and expires_at > platform.now()';

/** Link $1 (token hash) while it can be used, and whom it is for. */
export const LINK = statement(
  'access.link',
  `select l.person_id, l.login, k.display_name, k.staff_number from access.activation l join people.actor a on a.person_id = l.person_id join people.card k on k.person_id = l.person_id where l.token_hash = $1 and l.${USABLE}`,
);

/** Uses link $1: of any number of tries one gets it. */
export const USE_LINK = statement('access.use_link', `update access.activation set used_at = platform.now() where token_hash = $1 and ${USABLE} returning person_id, login`);

/** The first or a new password $3 (its hash) of person $1, who signs in as $2 when they have no login yet. */
export const SET_PASSWORD = statement(
  'access.set_password',
  `insert into access.credential as c (person_id, login, password_hash, changed_at) values ($1, $2, $3, platform.now())
   on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at returning c.login`,
);

/** What an administrator sees of the account of active person $1. */
export const ACCOUNT = statement(
  'access.account',
  `select coalesce(c.login, lower(k.staff_number)) as login, c.changed_at, a.roles, k.staff_number,
          (select max(f.locked_until) from access.login_failure f where f.login = c.login and f.locked_until > platform.now()) as locked_until,
          (select f.confirmed_at from access.second_factor f where f.person_id = $1) as second_factor_since,
          (select max(l.expires_at) from access.activation l where l.person_id = $1 and l.${USABLE}) as link_until
     from people.actor a join people.card k on k.person_id = a.person_id left join access.credential c on c.person_id = a.person_id where a.person_id = $1`,
);
