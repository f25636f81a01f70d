import { worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

const STATE = `case when c.revoked_at is not null then 'revoked' when c.valid_until < platform.today() then 'expired' else 'valid' end`;

/** Columns of a certificate; days are those of Beijing. */
const COLUMNS = `c.id, c.number, c.kind, c.subject_id, c.source_id, c.issue, c.person_id, c.holder, c.withheld_at is not null as withheld, c.issuer, c.title, c.version, c.score, c.department, c.earned_at,
  (c.earned_at at time zone 'Asia/Shanghai')::date::text as earned_on, c.issued_at, c.issued_at::text as issued_key, c.valid_until::text, ${STATE} as state,
  (c.revoked_at at time zone 'Asia/Shanghai')::date::text as revoked_on, c.grounds, c.replaces, c.reissued_by, c.reissue_reason, c.revoked_at, c.revoked_by, c.revocation_reason`;

/** Makes certificates of this year wait in line, so that their places have no gaps. */
export const HOLD_COUNTER = statement(
  'recognition.hold_counter',
  `insert into recognition.certificate_counter (year, last) values (extract(year from platform.today())::int, 0) on conflict (year) do update set last = certificate_counter.last returning year`,
);

/**
 * Certificate $1 with tail $2 takes the next place of year $3, whose counter is held; nothing when its source has this issue already.
 * $4 kind, $5 subject, $6 source, $7 issue, $8 person, $9 holder, $10 issuer, $11 title, $12 version, $13 score, $14 department, $15 earned, $16 last valid day,
 * $17 the one it replaces, $18 who decided that, $19 why.
 */
export const ISSUE = statement(
  'recognition.issue',
  `with issued as (
     insert into recognition.certificate (id, number, year, serial, kind, subject_id, source_id, issue, person_id, holder, issuer, title, version, score, department, earned_at, issued_at, valid_until, replaces, reissued_by, reissue_reason)
     select $1, 'ZX-' || $3::int || '-' || lpad((n.last + 1)::text, greatest(6, length((n.last + 1)::text)), '0') || '-' || $2::text, $3, n.last + 1,
            $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, platform.now(), $16, $17, $18, $19
       from recognition.certificate_counter n where n.year = $3
     on conflict do nothing
     returning id, number),
   counted as (update recognition.certificate_counter set last = last + 1 where year = $3 and exists (select from issued))
   select id, number from issued`,
);

/** The newest certificate of source $2 of kind $1. */
export const CERTIFICATE_OF = statement('recognition.certificate_of', `select ${COLUMNS} from recognition.certificate c where c.kind = $1 and c.source_id = $2 order by c.issue desc limit 1`);

export const CERTIFICATE = statement('recognition.certificate', `select ${COLUMNS} from recognition.certificate c where c.id = $1`);

export const CERTIFICATE_BY_NUMBER = statement('recognition.certificate_by_number', `select ${COLUMNS} from recognition.certificate c where c.number = $1`);

/** Certificates of person $1, of subject $2 if given, after $3 $4, at most $5, newest first. */
export const CERTIFICATES_OF_PERSON = statement(
  'recognition.certificates_of_person',
  `select ${COLUMNS} from recognition.certificate c
    where c.person_id = $1 and ($2::uuid is null or c.subject_id = $2) and ($3::timestamptz is null or (c.issued_at, c.id) < ($3, $4::uuid))
    order by c.issued_at desc, c.id desc limit $5`,
);

const UNDER_REVIEW = 'exists (select from recognition.review w where w.certificate_id = c.id and w.outcome is null)';

/** $1 number, staff number or full name; $2 subject; $3 states; $4 only under review; $5 scope. */
const FILTER = `
  ($1::text is null or c.number = upper($1) or c.person_id in (select person_id from people.card where staff_number = $1 or display_name = $1))
  and ($2::uuid is null or c.subject_id = $2)
  and (cardinality($3::text[]) = 0 or ${STATE} = any($3))
  and (not $4::boolean or ${UNDER_REVIEW})
  and ${worksWithin('c.person_id', '$5')}`;

/** $6, $7 = key of the last row of the page before, $8 how many. */
export const ADMINISTERED = statement(
  'recognition.administered',
  `select ${COLUMNS}, ${UNDER_REVIEW} as under_review from recognition.certificate c
    where ${FILTER} and ($6::timestamptz is null or (c.issued_at, c.id) < ($6, $7::uuid))
    order by c.issued_at desc, c.id desc limit $8`,
);

export const ADMINISTERED_TOTAL = statement('recognition.administered_total', `select count(*)::int as total from (select from recognition.certificate c where ${FILTER} limit 1001) as found`);

/** What certificates were issued for, by the newest title: one look into the index for each. */
export const CERTIFIED = statement(
  'recognition.certified',
  `with recursive subject (id) as (
     (select subject_id from recognition.certificate order by subject_id limit 1)
     union all
     select (select c.subject_id from recognition.certificate c where c.subject_id > s.id order by c.subject_id limit 1) from subject s where s.id is not null)
   select s.id, t.title from subject s
    cross join lateral (select title from recognition.certificate c where c.subject_id = s.id order by c.issued_at desc limit 1) t
    order by t.title collate "zh-x-icu"`,
);

/** Takes one of $2 look-ups of this minute for address $1; nothing when they are used up. */
export const TAKE_LOOKUP = statement(
  'recognition.take_lookup',
  `insert into recognition.lookup (address, slot, used) values ($1, date_trunc('minute', platform.now()), 1)
   on conflict (address, slot) do update set used = lookup.used + 1 where lookup.used < $2 returning used`,
);

/** The top of the organisation of person $1 today: the bank. */
export const BANK_OF = statement('recognition.bank_of', 'select department_ids[cardinality(department_ids)] as id from people.actor where person_id = $1');
