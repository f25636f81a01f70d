import { statement } from '@zhixing/platform/api';

/** SQL: login `l`, its person `a` and their second factor `f`, if any. */
const LOGINS = `access.login l
     join people.actor a on a.person_id = l.person_id
     left join access.second_factor f on f.person_id = l.person_id`;

/** SQL: whether login `l` lasts: idle $2 / administrators $3 / absolute $4 minutes; ten while it waits for a code. */
const LASTS = `l.ended_at is null
      and l.created_at > platform.now() - make_interval(mins => $4)
      and l.seen_at > platform.now() - make_interval(mins => case when a.administrator then $3::int else $2::int end)
      and (f.person_id is null or l.second_factor_at is not null or l.created_at > platform.now() - interval '10 minutes')`;

/** SQL: what an actor is made of, and how far the login has come. */
const ACTOR_COLUMNS = `l.id as login_id, a.person_id, a.roles, a.scopes, a.department_ids, a.language, a.administrator,
          f.person_id is not null as enrolled, l.second_factor_at is not null as proven`;

/** The live login of a token hash ($1) with its person, by the limits $2 to $4. */
export const ACTOR = statement(
  'access.actor',
  `select ${ACTOR_COLUMNS}, l.seen_at < platform.now() - interval '1 minute' as stale
     from ${LOGINS}
    where l.token_hash = $1 and ${LASTS}`,
);

/** Login $1 (its id) while it lasts, by the same limits; looking at it does not move its idle clock. */
export const STILL = statement('access.still', `select ${ACTOR_COLUMNS} from ${LOGINS} where l.id = $1 and ${LASTS}`);

/** An active person ($1), whether signed in or not. */
export const PERSON = statement('access.person', 'select person_id, roles, scopes, department_ids, language from people.actor where person_id = $1');

/** Moves the idle clock of a login ($1); written at most once a minute. */
export const SEEN = statement('access.seen', 'update access.login set seen_at = platform.now() where id = $1 and ended_at is null');

/** $1 login text -> credential of an active person. */
export const CREDENTIAL = statement(
  'access.credential',
  `select c.person_id, c.password_hash from access.credential c join people.actor a on a.person_id = c.person_id where c.login = $1`,
);

/** The active person behind login $1, for commands that run in somebody's name. */
export const PERSON_OF = statement(
  'access.person_of',
  'select a.person_id as "personId", a.roles, a.scopes from access.credential c join people.actor a on a.person_id = c.person_id where c.login = $1',
);

/**
 * Takes one try of login $1 before its password is looked at; the $2th since $3 quiet minutes locks it for $3 minutes.
 * One statement: of any number of parallel tries at most $2 reach the password check. A right password forgets the tries.
 */
export const TAKE_TRY = statement(
  'access.take_try',
  `insert into access.login_failure as f (login, failures, last_at, locked_until)
   values ($1, 1, platform.now(), null)
   on conflict (login) do update set
     failures = case when coalesce(f.locked_until, f.last_at + make_interval(mins => $3)) <= platform.now() then 1 else f.failures + 1 end,
     locked_until = case when coalesce(f.locked_until, f.last_at + make_interval(mins => $3)) <= platform.now() then null
                         when f.failures + 1 >= $2 then coalesce(f.locked_until, platform.now() + make_interval(mins => $3)) end,
     last_at = platform.now()
   returning failures, ceil(extract(epoch from locked_until - platform.now()) / 60)::int as minutes`,
);

/** Gives back a try of login $1 that was a right password, where a code is still to come: earlier failures stay, and a lock below $2 goes. */
export const GIVE_BACK = statement(
  'access.give_back_try',
  'update access.login_failure set failures = failures - 1, locked_until = case when failures - 1 >= $2 then locked_until end where login = $1 and failures > 0',
);

export const FORGET_FAILURES = statement('access.forget_failures', 'delete from access.login_failure where login = $1');

export const OPEN_LOGIN = statement(
  'access.open_login',
  `insert into access.login (id, token_hash, person_id, created_at, seen_at, address, device) values ($1, $2, $3, platform.now(), platform.now(), $4, $5)`,
);

/** Ends logins of person $1: the one named by $2, or with $2 null all but $3. */
export const END_LOGINS = statement(
  'access.end_logins',
  `update access.login set ended_at = platform.now()
    where person_id = $1 and ended_at is null and case when $2::uuid is null then id <> $3::uuid else id = $2::uuid end
   returning id`,
);

/** The live logins of person $1 that are more than half, newest first; same limits as the actor's statement. */
export const MY_LOGINS = statement(
  'access.my_logins',
  `select l.id, l.created_at, l.seen_at, l.address, l.device,
          least(l.created_at + make_interval(mins => $4), l.seen_at + make_interval(mins => case when a.administrator then $3::int else $2::int end)) as expires_at
     from ${LOGINS}
    where l.person_id = $1 and ${LASTS} and (f.person_id is null or l.second_factor_at is not null)
    order by l.created_at desc`,
);

/** What `GET /auth/me` says of person $1 beside the card; `exposed` = an administrator without a second factor. */
export const ME = statement(
  'access.me',
  `select a.language, a.theme, a.roles, a.administrator and f.person_id is null as exposed
     from people.actor a left join access.second_factor f on f.person_id = a.person_id where a.person_id = $1`,
);

/** $1 logins -> the persons behind them. */
export const DEMO_CREDENTIALS = statement('access.demo_credentials', 'select login, person_id from access.credential where login = any($1)');
