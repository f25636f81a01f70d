import { statement } from '@zhixing/platform/api';

/** The second factor of person $1. */
export const FACTOR = statement('access.second_factor', 'select secret, recovery_salt from access.second_factor where person_id = $1');

/** What person $1 sees of their own, and whether they administer. */
export const MY_FACTOR = statement(
  'access.my_second_factor',
  `select f.confirmed_at, coalesce(cardinality(f.recovery_hashes), 0) as recovery_codes, a.administrator
     from people.actor a left join access.second_factor f on f.person_id = a.person_id where a.person_id = $1`,
);

/** Uses up step $2 of person $1 and all before it: of any number of tries with one code one gets it. */
export const SPEND_STEP = statement('access.spend_step', 'update access.second_factor set last_step = $2 where person_id = $1 and last_step < $2 returning last_step');

/** Uses up the recovery code with hash $2 of person $1, once. */
export const SPEND_RECOVERY = statement(
  'access.spend_recovery_code',
  'update access.second_factor set recovery_hashes = array_remove(recovery_hashes, $2) where person_id = $1 and $2 = any(recovery_hashes) returning cardinality(recovery_hashes) as left',
);

/** Offers person $1 the key $2 (encrypted); an earlier offer is void. */
export const OFFER_KEY = statement(
  'access.offer_key',
  `insert into access.second_factor_enrolment (person_id, secret, begun_at) values ($1, $2, platform.now())
   on conflict (person_id) do update set secret = excluded.secret, begun_at = excluded.begun_at`,
);

/** The key offered to person $1, for $2 minutes. */
export const OFFERED = statement('access.offered_key', 'select secret from access.second_factor_enrolment where person_id = $1 and begun_at > platform.now() - make_interval(mins => $2::int)');

/** The offer $2 to person $1 becomes their second factor, at step $3 with recovery codes $5 salted by $4; nothing when it is no longer that offer. */
export const ENROL = statement(
  'access.enrol',
  `with taken as (delete from access.second_factor_enrolment where person_id = $1 and secret = $2 returning person_id, secret)
   insert into access.second_factor (person_id, secret, confirmed_at, last_step, recovery_salt, recovery_hashes)
   select person_id, secret, platform.now(), $3::int, $4::bytea, $5::text[] from taken
   on conflict (person_id) do update set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step,
     recovery_salt = excluded.recovery_salt, recovery_hashes = excluded.recovery_hashes
   returning person_id`,
);

/** Login $1 has given its code. */
export const PROVE_LOGIN = statement('access.prove_login', 'update access.login set second_factor_at = platform.now() where id = $1');

/** Recovery codes $3, salted by $2, in place of those person $1 had. */
export const RENEW_RECOVERY = statement('access.renew_recovery_codes', 'update access.second_factor set recovery_salt = $2, recovery_hashes = $3 where person_id = $1 returning person_id');

/** Removes the second factor of person $1; with $2 not that of an administrator. */
export const REMOVE_FACTOR = statement(
  'access.remove_second_factor',
  `delete from access.second_factor f using people.actor a where f.person_id = $1 and a.person_id = f.person_id and not ($2::boolean and a.administrator) returning f.person_id`,
);

/** Voids what was offered to person $1. */
export const VOID_OFFER = statement('access.void_offer', 'delete from access.second_factor_enrolment where person_id = $1');
