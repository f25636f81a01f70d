import { statement } from './database.ts';

/** The parts that left the database, in the order of the chain. */
export const PARTS = statement(
  'audit.parts',
  `select number, first_n::int as "firstN", last_n::int as "lastN", last_hash as "lastHash", first_at as "firstAt", last_at as "lastAt", sha256, archived_at as "archivedAt", purged_at as "purgedAt"
     from platform.audit_archive order by number`,
);

/** The last place of the part that follows place $1: at most $2 links, all of entries from before the month thirteen months ago. Null = nothing is old enough. */
export const NEXT_PART = statement(
  'audit.next_part',
  `with young as (
     select s.n from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id
      where s.n > $1 and e.at >= (date_trunc('month', platform.now() at time zone 'Asia/Shanghai') - interval '13 months') at time zone 'Asia/Shanghai'
      order by s.n limit 1)
   select max(s.n)::int as "lastN" from platform.audit_seal s where s.n > $1 and s.n <= $1::bigint + $2::int and s.n < coalesce((select n from young), s.n + 1)`,
);

/** Takes the links up to place $1 and their entries out of the database, which lie in file $2 of the house. @returns the number of the part */
export const TAKE_OUT = statement('audit.take_out', 'select platform.archive_audit($1, $2) as number');

/** Deletes the files of parts that are past thirteen months and three years; where they ended stays, so that the rest of the chain still follows. */
export const PURGE_PARTS = statement(
  'audit.purge_parts',
  `with old as (select number, file_id from platform.audit_archive where purged_at is null and last_at < platform.now() - interval '49 months' order by number limit 1000 for update),
        cleared as (update platform.audit_archive a set file_id = null, purged_at = platform.now() from old where a.number = old.number),
        gone as (delete from platform.file f using old where f.id = old.file_id)
   select number from old`,
);
