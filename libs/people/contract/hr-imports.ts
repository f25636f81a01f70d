import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** The columns of an HR file; `from` = the day from which the row holds, `state` = at work, on leave or left. */
export const HrField = z.enum(['hrKey', 'staffNumber', 'name', 'departmentCode', 'departmentName', 'parentCode', 'position', 'jobLevel', 'manager', 'mail', 'from', 'state']);
export type HrField = z.infer<typeof HrField>;

/**
 * uploaded -> checked, or waiting_confirmation when more than 2 % of the staff are affected, or failed when it is no table;
 * -> applying -> applied. What is checked or waits may be discarded.
 */
export const HrImportState = z.enum(['uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded']);
export type HrImportState = z.infer<typeof HrImportState>;

/** What a row means: + somebody new or back, ~ a change, - somebody who leaves, = nothing to do; or an error, and then nothing of it is applied. */
export const HrRowKind = z.enum(['new', 'changed', 'missing', 'same', 'error']);
export type HrRowKind = z.infer<typeof HrRowKind>;

/** How many rows of each kind, of people; `departments` = new, renamed or moved ones; `affected` = new + changed + missing; `staff` = employed on the day of the check. */
export const HrImportCounts = z.object({ new: z.int(), changed: z.int(), missing: z.int(), same: z.int(), error: z.int(), departments: z.int(), affected: z.int(), staff: z.int() });
export type HrImportCounts = z.infer<typeof HrImportCounts>;

/** One import. `complete` = whoever is not in the file has left; `counts` once checked; `progress` in steps while it is applied; `failure` is a sentence in the reader's language. */
export const HrImportView = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  source: z.enum(['upload', 'feed']),
  complete: z.boolean(),
  state: HrImportState,
  counts: HrImportCounts.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  failure: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string().nullable(),
  finishedAt: Instant.nullable(),
  can: z.object({ confirm: z.boolean(), discard: z.boolean() }),
});
export type HrImportView = z.infer<typeof HrImportView>;

export const HrImportList = pageOf(HrImportView);
export type HrImportList = z.infer<typeof HrImportList>;

/** `POST /hr-imports?complete=false`: a file with some of the people only. */
export const CreateHrImport = z.strictObject({ complete: z.enum(['true', 'false']).default('true').transform((value) => value === 'true') });
export type CreateHrImport = z.infer<typeof CreateHrImport>;

/** Rows of one kind; `department` = the departments the file makes, renames or moves. */
export const HrRowsQuery = PageQuery.extend({ kind: z.enum(['new', 'changed', 'missing', 'error', 'department']) });
export type HrRowsQuery = z.infer<typeof HrRowsQuery>;

/** A row of the report. `line` of the file, null for somebody who is not in it; `key` = staff number or code of the department; `errors` name line and column. */
export const HrImportRow = z.object({
  id: Id,
  line: z.int().nullable(),
  kind: HrRowKind,
  key: z.string(),
  name: z.string(),
  back: z.boolean(),
  from: LocalDate.nullable(),
  changes: z.array(z.object({ field: HrField, before: z.string().nullable(), after: z.string().nullable() })),
  errors: z.array(z.object({ field: HrField.nullable(), message: z.string() })),
});
export type HrImportRow = z.infer<typeof HrImportRow>;

export const HrImportRows = pageOf(HrImportRow);
export type HrImportRows = z.infer<typeof HrImportRows>;

/** `affected` = the number of people the report names; needed when it waits for it. */
export const ConfirmHrImport = z.strictObject({ affected: z.int().optional() });
export type ConfirmHrImport = z.infer<typeof ConfirmHrImport>;

/** Parameters of the export `hr-import`. */
export const HrImportExport = z.strictObject({ importId: Id });
export type HrImportExport = z.infer<typeof HrImportExport>;
