import { worksWithin } from '@zhixing/people/api';
import type { ResultCounts, ResultRowKind, ResultsImportState, ResultTargetKind } from '@zhixing/plans/contract';
import { type ErrorValues, statement } from '@zhixing/platform/api';
import type { RowError } from './row-errors.ts';

export interface ResultsImportRecord {
  id: string;
  name: string;
  sha256: string;
  size: string;
  scope: string[] | null;
  state: ResultsImportState;
  counts: ResultCounts | null;
  done: number;
  applied: number;
  failure_code: string | null;
  failure_values: ErrorValues | null;
  created_by: string;
  created_at: Date;
  creator: string;
  confirmed_by: string | null;
  finished_at: Date | null;
}

export interface StagedResult {
  id: string;
  place: number;
  line: number;
  kind: ResultRowKind;
  person_id: string | null;
  staff_number: string;
  name: string;
  target_kind: ResultTargetKind | null;
  target_id: string | null;
  title: string;
  completed_on: string | null;
  score: number | null;
  minutes: number;
  errors: RowError[];
  stored: boolean | null;
}

const IMPORTS = `select i.*, coalesce(p.display_name, '') as creator from plans.results_import i left join people.card p on p.person_id = i.created_by`;

/** Whether person $n may see import `i`: their own, and for the L&D administrators of the whole bank (scope null) all. */
const seenBy = (person: string, scope: string): string => `(i.created_by = ${person} or ${scope}::uuid[] is null)`;

export const CREATE_IMPORT = statement(
  'plans.create_results_import',
  `insert into plans.results_import (id, name, sha256, size, file_id, scope, created_by, state, done, applied, created_at) values ($1, $2, $3, $4, $5, $6, $7, 'uploaded', 0, 0, platform.now())`,
);

/** Import $1 as person $2 with scope $3 looks at it. */
export const FIND_IMPORT = statement('plans.find_results_import', `${IMPORTS} where i.id = $1 and ${seenBy('$2', '$3')}`);

/** Imports that person $1 with scope $2 sees, the newest first, after ($3, $4). */
export const LIST_IMPORTS = statement(
  'plans.list_results_imports',
  `${IMPORTS} where ${seenBy('$1', '$2')} and ($3::timestamptz is null or (i.created_at, i.id) < ($3, $4::uuid)) order by i.created_at desc, i.id desc limit $5`,
);

const ROW = 'id, place, line, kind, person_id, staff_number, name, target_kind, target_id, title, completed_on::text, score, minutes, errors, stored';

/** Rows of import $1 and kind $2 after place $3, at most $4. */
export const IMPORT_ROWS = statement('plans.results_import_rows', `select ${ROW} from plans.results_import_row where import_id = $1 and kind = $2 and place > $3 order by place limit $4`);

export const FORGET_ROWS = statement('plans.forget_results_rows', 'delete from plans.results_import_row where import_id = $1');

/** Rows $2 (json) of import $1. */
export const STAGE_ROWS = statement(
  'plans.stage_results_rows',
  `insert into plans.results_import_row (id, import_id, place, line, kind, person_id, staff_number, name, target_kind, target_id, title, completed_on, score, minutes, errors)
   select r.id, $1, r.place, r.line, r.kind, r."personId", r."staffNumber", r.name, r."targetKind", r."targetId", r.title, r."completedOn", r.score, r.minutes, r.errors
     from jsonb_to_recordset($2::jsonb) as r (id uuid, place int, line int, kind text, "personId" uuid, "staffNumber" text, name text, "targetKind" text, "targetId" uuid, title text, "completedOn" date, score int, minutes int, errors jsonb)`,
);

/** Import $1 as a worker takes it up: nobody else has it until the transaction ends. */
export const TAKE_IMPORT = statement('plans.take_results_import', `select i.*, '' as creator from plans.results_import i where i.id = $1 and i.state = $2 for update`);

export const CHECKED = statement('plans.results_checked', `update plans.results_import set state = 'checked', counts = $2 where id = $1 and state = 'uploaded'`);

/** Import $1 failed with code $2 and values $3. */
export const FAIL = statement(
  'plans.results_failed',
  `update plans.results_import set state = 'failed', failure_code = $2, failure_values = $3, finished_at = platform.now() where id = $1 and state in ('uploaded', 'applying') returning id`,
);

/** Lets import $1 be applied in the name of $2, who administers scope $3; nothing unless it has something to store, waits or stopped half-way, every person it is about works in that scope, and no certification is for $2. */
export const CONFIRM = statement(
  'plans.confirm_results',
  `update plans.results_import i set state = 'applying', confirmed_by = $2, failure_code = null, failure_values = null, finished_at = null
    where i.id = $1 and (i.counts->>'new')::int > 0 and (i.state = 'checked' or (i.state = 'failed' and i.confirmed_by is not null))
      and ($3::uuid[] is null or not exists (select from plans.results_import_row r where r.import_id = i.id and r.kind = 'new' and not ${worksWithin('r.person_id', '$3')}))
      and not exists (select from plans.results_import_row r where r.import_id = i.id and r.kind = 'new' and r.target_kind = 'certification' and r.person_id = $2)
   returning i.id`,
);

/** Nothing of import `i` is being stored, or has been. */
export const discardable = ({ state, done }: Pick<ResultsImportRecord, 'state' | 'done'>): boolean => state === 'uploaded' || state === 'checked' || (state === 'failed' && done === 0);
const DISCARDABLE = `(i.state in ('uploaded', 'checked') or (i.state = 'failed' and i.done = 0))`;

/** Discards import $1, whatever a worker makes of it: one that is being read is discarded once it is. Nothing when some of it is stored, or is going to be. */
export const DISCARD = statement('plans.discard_results', `update plans.results_import i set state = 'discarded', finished_at = platform.now() where i.id = $1 and ${DISCARDABLE} returning i.id`);

/** Of the rows $1, those of $2 were stored; the others stood by then. */
export const MARK_ROWS = statement('plans.mark_results_rows', 'update plans.results_import_row set stored = id = any($2::uuid[]) where id = any($1::uuid[])');

/** Import $1 is done up to place $2, with $3 more stored; it is applied when that is its last row. */
export const ADVANCE = statement(
  'plans.advance_results',
  `update plans.results_import set done = $2, applied = applied + $3,
          state = case when $2 = (counts->>'new')::int then 'applied' else state end, finished_at = case when $2 = (counts->>'new')::int then platform.now() end
    where id = $1 and state = 'applying' and done < $2 returning state, applied`,
);

export const TODAY_IN_BEIJING = statement('plans.results_today', 'select platform.today()::text as today');

/** Rows of files that came to nothing, 90 days after they were sent; what still waits then is discarded with them. */
export const PURGE_ROWS = statement(
  'plans.purge_results_rows',
  `with over as (
     update plans.results_import i set state = 'discarded', finished_at = platform.now()
      where ${DISCARDABLE} and i.counts is not null and i.created_at < platform.now() - interval '90 days' returning i.id)
   delete from plans.results_import_row where id in (
     select r.id from plans.results_import_row r join plans.results_import i on i.id = r.import_id
      where (i.state = 'discarded' and i.created_at < platform.now() - interval '90 days') or i.id in (select id from over) limit 1000) returning 1 as purged`,
);
