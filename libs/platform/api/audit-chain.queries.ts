import { statement } from './database.ts';

/** Entry `e` as `SealedFacts`. */
const FACTS = `json_build_object('id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'personId', e.person_id, 'loginId', e.login_id, 'address', e.address,
  'requestId', e.request_id, 'action', e.action, 'objectType', e.object_type, 'objectId', e.object_id, 'result', e.result, 'beforeHash', e.before_hash, 'afterHash', e.after_hash, 'facts', e.facts::text)`;

/** One sealer at a time; the others wait, and then see what it did. */
export const LOCK_CHAIN = statement('audit.lock_chain', `select pg_advisory_xact_lock(hashtextextended('platform.audit_seal', 0))`);

/** The end of the chain. */
export const HEAD = statement('audit.head', 'select n::int, chain_hash as "chainHash", sealed_at as "sealedAt" from platform.audit_seal order by audit_seal.n desc limit 1');

/** Takes the next $1 entries out of the line. An entry that is seen here is committed; one that is gone stays in line, as the proof. */
export const TAKE_UNSEALED = statement(
  'audit.take_unsealed',
  `with next as (
     select u.n from platform.audit_unsealed u join platform.audit_entry e on e.id = u.entry_id order by u.n limit $1),
   taken as (delete from platform.audit_unsealed u using next where u.n = next.n returning u.n, u.entry_id)
   select ${FACTS} as entry from taken join platform.audit_entry e on e.id = taken.entry_id order by taken.n`,
);

/** Adds the links $1 places, $2 entries, $3 hashes of entries, $4 hashes of the chain. */
export const SEAL = statement(
  'audit.seal',
  `insert into platform.audit_seal (n, entry_id, entry_hash, chain_hash, sealed_at)
   select l.n, l.entry_id, l.entry_hash, l.chain_hash, platform.now() from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) as l (n, entry_id, entry_hash, chain_hash)`,
);

/** $2 links after place $1, with their entries. */
export const LINKS = statement(
  'audit.links',
  `select s.n::int, s.entry_id as "entryId", s.entry_hash as "entryHash", s.chain_hash as "chainHash", case when e.id is not null then ${FACTS} end as entry
     from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id
    where s.n > $1 order by s.n limit $2`,
);

/** The link at place $1. */
export const LINK = statement('audit.link', 'select n::int, chain_hash as "chainHash" from platform.audit_seal where audit_seal.n = $1');

/** The oldest entry that is neither sealed nor in line; $1 = only those as young as this, null = all. */
export const INSERTED = statement(
  'audit.inserted',
  `select e.id as "entryId" from platform.audit_entry e
    where ($1::timestamptz is null or e.at >= $1)
      and not exists (select from platform.audit_seal s where s.entry_id = e.id) and not exists (select from platform.audit_unsealed u where u.entry_id = e.id)
    order by e.at, e.id limit 1`,
);

/** The first of those in line that is gone. */
export const REMOVED_IN_LINE = statement(
  'audit.removed_in_line',
  'select u.entry_id as "entryId" from platform.audit_unsealed u where not exists (select from platform.audit_entry e where e.id = u.entry_id) order by u.n limit 1',
);

/** How many wait, and since when the first does. */
export const WAITING = statement('audit.waiting', 'select count(*)::int as waiting from platform.audit_unsealed');
