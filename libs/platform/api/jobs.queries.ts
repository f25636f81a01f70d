import { statement } from './database.ts';

export interface JobRow {
  id: string;
  kind: string;
  parameters: Record<string, unknown>;
  person_id: string;
  login_id: string;
  address: string;
  request_id: string;
  language: 'zh-CN' | 'en';
  reason: string | null;
  status: 'queued' | 'running' | 'done' | 'failed';
  attempt: number;
  done: number;
  total: number | null;
  failure_code: string | null;
  failure_values: Record<string, string | number> | null;
  created_at: Date;
  finished_at: Date | null;
  file_id: string | null;
  file_name: string | null;
  file_sha256: string | null;
  file_size: string | null;
}

/** Orders of one person $1 go in one after the other: what follows in the transaction counts those before it. */
export const LOCK_ORDERS = statement('platform.lock_orders', `select pg_advisory_xact_lock(hashtextextended('platform.job ' || $1, 0))`);

/** Job $1 of kind $2 and parameters $3 for person $4 of login $5, address $6, request $7, language $8; for reason $10; nothing when the person has $9 unfinished jobs. */
export const CREATE_JOB = statement(
  'platform.create_job',
  `insert into platform.job (id, kind, parameters, person_id, login_id, address, request_id, language, status, attempt, done, created_at, reason)
   select $1, $2, $3, $4, $5, $6, $7, $8, 'queued', 0, 0, platform.now(), $10
    where (select count(*) from platform.job where person_id = $4 and status in ('queued', 'running')) < $9
   returning id`,
);

/** Job $1 of person $2. */
export const FIND_JOB = statement(
  'platform.find_job',
  `select j.*, f.name as file_name, f.sha256 as file_sha256, c.size as file_size
     from platform.job j
     left join platform.file f on f.id = j.file_id
     left join platform.file_content c on c.sha256 = f.sha256
    where j.id = $1 and j.person_id = $2`,
);

/** Takes an unfinished job over; whoever held it before writes no more. */
export const TAKE_JOB = statement(
  'platform.take_job',
  `update platform.job set status = 'running', attempt = attempt + 1, done = 0, total = null, started_at = platform.now()
    where id = $1 and status in ('queued', 'running')
   returning *`,
);

/** The writes below do nothing once attempt $2 is no longer the newest. */
const HELD = `id = $1 and attempt = $2 and status = 'running'`;

export const JOB_PROGRESS = statement('platform.job_progress', `update platform.job set done = $3, total = $4 where ${HELD} returning id`);

export const HOLD_JOB = statement('platform.hold_job', `select id from platform.job where ${HELD} for update`);

export const FINISH_JOB = statement('platform.finish_job', `update platform.job set status = 'done', done = $3, total = $3, file_id = $4, finished_at = platform.now() where ${HELD} returning id`);

export const FAIL_JOB = statement('platform.fail_job', `update platform.job set status = 'failed', failure_code = $3, failure_values = $4, finished_at = platform.now() where ${HELD} returning id`);

/** Jobs that no worker came back to: all tries of an hour have ended silently. */
export const FAIL_LOST = statement(
  'platform.fail_lost_jobs',
  `update platform.job set status = 'failed', failure_code = 'internal', finished_at = platform.now()
    where status = 'running' and started_at < platform.now() - interval '2 hours'
   returning id`,
);

/** One file that was made more than a day ago, taken off its job. */
export const EXPIRED_FILE = statement(
  'platform.expired_file',
  `with expired as (
     select id, file_id from platform.job where file_id is not null and finished_at < platform.now() - interval '24 hours' limit 1 for update skip locked)
   update platform.job j set file_id = null from expired e where j.id = e.id returning e.file_id`,
);

export const FORGET_JOBS = statement('platform.forget_jobs', `delete from platform.job where file_id is null and finished_at < platform.now() - interval '30 days'`);
