import type { BulkChangeState, BulkCounts, BulkRowKind, ChangeRequest, KeptReason, PeopleSelection } from '@zhixing/people/contract';
import { type ErrorValues, statement } from '@zhixing/platform/api';
import type { Change } from '../hr-imports/difference.rules.ts';
import type { RowError } from './row-errors.ts';

/** What every bulk change has, whether it comes of a file or of a selection. */
interface Common {
  id: string;
  state: BulkChangeState;
  counts: BulkCounts | null;
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
  undone_by: string | null;
  undone_at: Date | null;
  undoer: string | null;
  kept: number | null;
  can_undo: boolean;
}

export interface FileChangeRow extends Common {
  source: 'upload' | 'feed';
  name: string;
  sha256: string;
  size: string;
  complete: boolean;
}

export interface SelectionChangeRow extends Common {
  source: 'selection';
  selection: PeopleSelection;
  change: ChangeRequest;
  department: Named | null;
  position: Named | null;
  job_level: Named | null;
  manager: { id: string; displayName: string; staffNumber: string } | null;
}

interface Named {
  id: string;
  code: string;
  name: string;
}

export type BulkChangeRow = FileChangeRow | SelectionChangeRow;

/** Where a change comes from, as a list of sources. */
export const ORIGINS = { file: ['upload', 'feed'], selection: ['selection'] } as const;
export type Origin = keyof typeof ORIGINS;

/** What a request names, as JSON. */
const named = (row: string): string => `case when ${row}.id is not null then json_build_object('id', ${row}.id, 'code', ${row}.code, 'name', ${row}.name) end`;

const CHANGES = `
  select c.*, p.display_name as creator, u.display_name as undoer,
         c.state = 'applied' and c.undoable and c.finished_at > platform.now() - interval '90 days' as can_undo,
         ${named('d')} as department, ${named('o')} as position, ${named('j')} as job_level,
         case when m.id is not null then json_build_object('id', m.id, 'displayName', m.display_name, 'staffNumber', m.staff_number) end as manager
    from people.bulk_change c
    left join people.person p on p.id = c.created_by
    left join people.person u on u.id = c.undone_by
    left join people.department d on d.id = (c.change->>'departmentId')::uuid
    left join people.position o on o.id = (c.change->>'positionId')::uuid
    left join people.job_level j on j.id = (c.change->>'jobLevelId')::uuid
    left join people.person m on m.id = (c.change->>'managerId')::uuid`;

/** The change $1 of one of the sources $2. */
export const FIND = statement('people.bulk_find', `${CHANGES} where c.id = $1 and c.source = any($2)`);

/** Changes of the sources $4, newest first, after ($1, $2). */
export const LIST = statement(
  'people.bulk_list',
  `${CHANGES} where c.source = any($4) and ($1::timestamptz is null or (c.created_at, c.id) < ($1, $2::uuid)) order by c.created_at desc, c.id desc limit $3`,
);

/** A change $3 asked of the people $2 by person $4. */
export const CREATE_SELECTION = statement(
  'people.bulk_create',
  `insert into people.bulk_change (id, source, selection, change, created_by, state, created_at) values ($1, 'selection', $2, $3, $4, 'uploaded', platform.now())`,
);

export interface ReportRow {
  id: string;
  place: number;
  line: number | null;
  subject: 'person' | 'department';
  kind: BulkRowKind;
  key: string;
  name: string;
  back: boolean;
  valid_from: string | null;
  changes: Change[];
  errors: RowError[];
  kept: KeptReason | null;
}

const REPORT = 'select id, place, line, subject, kind, key, name, back, valid_from::text, changes, errors, kept from people.bulk_change_row';

/** People of the change $1 and kind $2 after place $3. */
export const PEOPLE_ROWS = statement('people.bulk_people_rows', `${REPORT} where change_id = $1 and subject = 'person' and kind = $2 and place > $3 order by place limit $4`);

export const DEPARTMENT_ROWS = statement('people.bulk_department_rows', `${REPORT} where change_id = $1 and subject = 'department' and place > $2 order by place limit $3`);

/** What the undoing of the change $1 left as it was. */
export const KEPT_ROWS = statement('people.bulk_kept_rows', `${REPORT} where change_id = $1 and kept is not null and place > $2 order by place limit $3`);

export const FORGET_ROWS = statement('people.bulk_forget_rows', 'delete from people.bulk_change_row where change_id = $1');

/** Rows $2 (JSON) of the change $1. */
export const STAGE = statement(
  'people.bulk_stage',
  `insert into people.bulk_change_row (id, change_id, place, line, subject, kind, person_id, key, name, back, valid_from, target, changes, errors)
   select r.id, $1, r.place, r.line, r.subject, r.kind, r."personId", r.key, r.name, r.back, r."from", r.target, r.changes, r.errors
     from jsonb_to_recordset($2::jsonb) as r(id uuid, place int, line int, subject text, kind text, "personId" uuid, key text, name text, back boolean, "from" date, target jsonb, changes jsonb, errors jsonb)`,
);

/** What the check of a change found, unless it is past that. */
export const CHECKED = statement(
  'people.bulk_checked',
  `update people.bulk_change set state = $2, counts = $3, fingerprint = $4, done = null, total = null, failure_code = null where id = $1 and state in ('uploaded', 'applying')`,
);

export const FAIL = statement(
  'people.bulk_fail',
  `update people.bulk_change set state = 'failed', failure_code = $2, failure_values = $3, finished_at = platform.now() where id = $1 and state in ('uploaded', 'applying') returning id`,
);

/** Lets the change $1 be applied in the name of $2; one that waits only with the number $3 of people affected. */
export const CONFIRM = statement(
  'people.bulk_confirm',
  `update people.bulk_change set state = 'applying', confirmed_by = $2
    where id = $1 and (counts->>'affected')::int + (counts->>'departments')::int > 0
      and (state = 'checked' or (state = 'waiting_confirmation' and (counts->>'affected')::int = $3))
   returning id`,
);

export const DISCARD = statement(
  'people.bulk_discard',
  `update people.bulk_change set state = 'discarded', finished_at = platform.now() where id = $1 and state in ('checked', 'waiting_confirmation') returning id`,
);

export const PROGRESS = statement('people.bulk_progress', `update people.bulk_change set done = $2, total = $3 where id = $1 and state in ('applying', 'undoing')`);

export const APPLIED = statement('people.bulk_applied', `update people.bulk_change set state = 'applied', undoable = true, finished_at = platform.now(), done = null, total = null where id = $1 and state = 'applying' returning id`);

/** One file at a time is checked, and one change at a time applied or undone; held to the end of the transaction. */
export const LOCK = statement('people.bulk_lock', `select pg_advisory_xact_lock(hashtextextended('people.bulk_change', 0))`);

/** The same unless another holds it. */
export const TRY_LOCK = statement('people.bulk_try_lock', `select pg_try_advisory_xact_lock(hashtextextended('people.bulk_change', 0)) as held`);

/** Rows of changes that ended 90 days ago, or were never decided since, with what they wrote. */
export const PURGE_ROWS = statement(
  'people.purge_bulk_rows',
  `delete from people.bulk_change_row where id in (
     select r.id from people.bulk_change_row r join people.bulk_change i on i.id = r.change_id where coalesce(i.finished_at, i.created_at) < platform.now() - interval '90 days' limit 1000) returning 1 as purged`,
);

