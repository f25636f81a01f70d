import { statement } from '@zhixing/platform/api';

/** The rows of a filter: $1 staff number or name, $2 actions, $3 object type, $4 object id, $5 result, $6 request, $7 first and $8 last day in Beijing; null = any. */
const FILTER = `
  ($1::text is null or e.person_id in (select person_id from people.card where staff_number = $1 or display_name = $1))
  and (cardinality($2::text[]) = 0 or e.action = any($2))
  and ($3::text is null or e.object_type = $3)
  and ($4::text is null or e.object_id = $4)
  and ($5::text is null or e.result = $5)
  and ($6::text is null or e.request_id = $6)
  and ($7::date is null or e.at >= $7::date::timestamp at time zone 'Asia/Shanghai')
  and ($8::date is null or e.at < ($8::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

const SEALED = 'exists (select from platform.audit_seal s where s.entry_id = e.id) as sealed';

/** $9, $10 = key of the last row of the page before, $11 how many. The key keeps the microseconds. */
export const AUDIT_PAGE = statement(
  'audit.page',
  `select e.*, e.at::text as at_key, ${SEALED} from platform.audit_entry e
    where ${FILTER} and ($9::timestamptz is null or (e.at, e.id) < ($9, $10::uuid))
    order by e.at desc, e.id desc limit $11`,
);

export const AUDIT_TOTAL = statement('audit.total', `select count(*)::int as total from (select from platform.audit_entry e where ${FILTER} limit 1001) as found`);

export const AUDIT_ENTRY = statement(
  'audit.entry',
  `select e.*, s.n is not null as sealed, s.n::int, s.entry_hash, s.chain_hash, s.sealed_at from platform.audit_entry e left join platform.audit_seal s on s.entry_id = e.id where e.id = $1`,
);

/** What others looked at of person $1: acts that end in `.view`, before the key $2, $3, at most $4. */
export const VIEWS_OF_ME = statement(
  'audit.views_of_me',
  `select e.id, e.at, e.at::text as at_key, e.person_id, e.action from platform.audit_entry e
    where e.object_type = 'person' and e.object_id = $1::text and e.action like '%.view' and e.person_id <> $1::uuid
      and ($2::timestamptz is null or (e.at, e.id) < ($2, $3::uuid))
    order by e.at desc, e.id desc limit $4`,
);
