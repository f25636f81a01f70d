import type { HrImportCounts, HrImportState, HrRowKind } from '@zhixing/people/contract';
import { type ErrorValues, statement } from '@zhixing/platform/api';
import { standing } from '../roles.queries.ts';
import type { Change } from './difference.rules.ts';
import type { RowError } from './row-errors.ts';

export interface ImportRow {
  id: string;
  name: string;
  sha256: string;
  size: string;
  source: 'upload' | 'feed';
  complete: boolean;
  state: HrImportState;
  counts: HrImportCounts | null;
  fingerprint: string | null;
  done: number | null;
  total: number | null;
  failure_code: string | null;
  failure_values: ErrorValues | null;
  created_at: Date;
  created_by: string | null;
  creator: string | null;
  confirmed_by: string | null;
  finished_at: Date | null;
}

const IMPORTS = 'select i.*, p.display_name as creator from people.hr_import i left join people.person p on p.id = i.created_by';

/** A file $2 … of person $8; nothing when it is a feed that was taken before. */
export const CREATE = statement(
  'people.hr_create',
  `insert into people.hr_import (id, name, sha256, size, file_id, source, complete, created_by, state, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'uploaded', platform.now()) on conflict (sha256) where source = 'feed' do nothing returning id`,
);

export const FIND = statement('people.hr_find', `${IMPORTS} where i.id = $1`);

/** Newest first, after ($1, $2). */
export const LIST = statement(
  'people.hr_list',
  `${IMPORTS} where $1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid) order by i.created_at desc, i.id desc limit $3`,
);

export interface ReportRow {
  id: string;
  place: number;
  line: number | null;
  subject: 'person' | 'department';
  kind: HrRowKind;
  key: string;
  name: string;
  back: boolean;
  valid_from: string | null;
  changes: Change[];
  errors: RowError[];
}

const REPORT = 'select id, place, line, subject, kind, key, name, back, valid_from::text, changes, errors from people.hr_import_row';

/** People of the import $1 and kind $2 after place $3. */
export const PEOPLE_ROWS = statement('people.hr_people_rows', `${REPORT} where import_id = $1 and subject = 'person' and kind = $2 and place > $3 order by place limit $4`);

export const DEPARTMENT_ROWS = statement('people.hr_department_rows', `${REPORT} where import_id = $1 and subject = 'department' and place > $2 order by place limit $3`);

export const FORGET_ROWS = statement('people.hr_forget_rows', 'delete from people.hr_import_row where import_id = $1');

/** Rows $2 (JSON) of the import $1. */
export const STAGE = statement(
  'people.hr_stage',
  `insert into people.hr_import_row (id, import_id, place, line, subject, kind, person_id, key, name, back, valid_from, target, changes, errors)
   select r.id, $1, r.place, r.line, r.subject, r.kind, r."personId", r.key, r.name, r.back, r."from", r.target, r.changes, r.errors
     from jsonb_to_recordset($2::jsonb) as r(id uuid, place int, line int, subject text, kind text, "personId" uuid, key text, name text, back boolean, "from" date, target jsonb, changes jsonb, errors jsonb)`,
);

/** What the check of an import found, unless it is past that. */
export const CHECKED = statement(
  'people.hr_checked',
  `update people.hr_import set state = $2, counts = $3, fingerprint = $4, done = null, total = null, failure_code = null where id = $1 and state in ('uploaded', 'applying')`,
);

export const FAIL = statement(
  'people.hr_fail',
  `update people.hr_import set state = 'failed', failure_code = $2, failure_values = $3, finished_at = platform.now() where id = $1 and state in ('uploaded', 'applying') returning id`,
);

/** Lets the import $1 be applied in the name of $2; one that waits only with the number $3 of people affected. */
export const CONFIRM = statement(
  'people.hr_confirm',
  `update people.hr_import set state = 'applying', confirmed_by = $2
    where id = $1 and (counts->>'affected')::int + (counts->>'departments')::int > 0
      and (state = 'checked' or (state = 'waiting_confirmation' and (counts->>'affected')::int = $3))
   returning id`,
);

export const DISCARD = statement(
  'people.hr_discard',
  `update people.hr_import set state = 'discarded', finished_at = platform.now() where id = $1 and state in ('checked', 'waiting_confirmation') returning id`,
);

export const PROGRESS = statement('people.hr_progress', `update people.hr_import set done = $2, total = $3 where id = $1 and state = 'applying'`);

export const APPLIED = statement('people.hr_applied', `update people.hr_import set state = 'applied', finished_at = platform.now() where id = $1 and state = 'applying' returning id`);

/** One import at a time is checked or applied; held to the end of the transaction. */
export const LOCK = statement('people.hr_lock', `select pg_advisory_xact_lock(hashtextextended('people.hr_import', 0))`);

/** Rows of imports that ended 90 days ago. */
export const PURGE_ROWS = statement(
  'people.purge_hr_rows',
  `delete from people.hr_import_row where id in (
     select r.id from people.hr_import_row r join people.hr_import i on i.id = r.import_id where i.finished_at < platform.now() - interval '90 days' limit 1000) returning 1 as purged`,
);

/** Who may confirm an import: active system administrators of today. */
export const ADMINISTRATORS = statement(
  'people.hr_administrators',
  `select distinct g.person_id as "personId" from people.role_grant g join people.person p on p.id = g.person_id and p.active
    where g.role = 'system_admin' and g.valid_from <= platform.now() and ${standing('g')}`,
);
