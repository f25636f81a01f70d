import { statement } from '@zhixing/platform/api';

/** Requests of one person $1 go in one after the other: what follows in the transaction counts those before it. */
export const LOCK_CORRECTIONS = statement('audit.lock_corrections', `select pg_advisory_xact_lock(hashtextextended('audit.correction ' || $1, 0))`);

/** Request $1 of person $2 about $3 with text $4, unless they have $5 unanswered ones. */
export const CREATE_CORRECTION = statement(
  'audit.create_correction',
  `insert into audit.correction (id, person_id, about, text, created_at)
   select $1, $2, $3, $4, platform.now() where (select count(*) from audit.correction where person_id = $2 and answer is null) < $5
   returning *`,
);

export const MY_CORRECTIONS = statement('audit.my_corrections', 'select * from audit.correction where person_id = $1 order by created_at desc, id desc');

/** Unanswered requests after the key $1, $2, oldest first, at most $3. */
export const OPEN_PAGE = statement(
  'audit.open_corrections',
  `select *, created_at::text as created_key from audit.correction where answer is null and ($1::timestamptz is null or (created_at, id) > ($1, $2::uuid)) order by created_at, id limit $3`,
);

/** Answered requests before the key $1, $2, newest first, at most $3. */
export const ANSWERED_PAGE = statement(
  'audit.answered_corrections',
  `select *, created_at::text as created_key from audit.correction where answer is not null and ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid)) order by created_at desc, id desc limit $3`,
);

/** Answers request $1 in the name of $2 with $3, unless it has an answer. */
export const ANSWER_CORRECTION = statement(
  'audit.answer_correction',
  'update audit.correction set answer = $3, answered_by = $2, answered_at = platform.now() where id = $1 and answer is null returning *',
);

export const CORRECTION = statement('audit.correction', 'select * from audit.correction where id = $1');
