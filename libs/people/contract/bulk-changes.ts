import { Id, Instant, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { LeaveKind, PersonState, Reference } from './organisation.ts';

/** What may change of a person or department; `from` = the day from which it holds, `state` = at work, on leave or left. The columns of an HR file. */
export const HrField = z.enum(['hrKey', 'staffNumber', 'name', 'departmentCode', 'departmentName', 'parentCode', 'position', 'jobLevel', 'manager', 'mail', 'from', 'state']);
export type HrField = z.infer<typeof HrField>;

/**
 * uploaded -> checked, or waiting_confirmation when more than 2 % of the staff are affected, or failed when it cannot be read;
 * -> applying -> applied -> undoing -> undone. What is checked or waits may be discarded.
 */
export const BulkChangeState = z.enum(['uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded', 'undoing', 'undone']);
export type BulkChangeState = z.infer<typeof BulkChangeState>;

/** What a row means: + somebody new or back, ~ a change, - somebody who leaves, = nothing to do; or an error, and then nothing of it is applied. */
export const BulkRowKind = z.enum(['new', 'changed', 'missing', 'same', 'error']);
export type BulkRowKind = z.infer<typeof BulkRowKind>;

/** How many rows of each kind, of people; `departments` = new, renamed or moved ones; `affected` = new + changed + missing; `staff` = employed on the day of the check. */
export const BulkCounts = z.object({ new: z.int(), changed: z.int(), missing: z.int(), same: z.int(), error: z.int(), departments: z.int(), affected: z.int(), staff: z.int() });
export type BulkCounts = z.infer<typeof BulkCounts>;

/** Why an undo leaves a row as it is: it was changed since, its department was closed, its manager left, its number is taken, or its department is in use. */
export const KeptReason = z.enum(['changed_since', 'department_closed', 'manager_left', 'number_taken', 'department_used']);
export type KeptReason = z.infer<typeof KeptReason>;

/**
 * Where a bulk change stands. `counts` once checked; `progress` in steps while it is applied; `failure` is a sentence in the reader's language;
 * `kept` = rows an undo left as they were; `can.undo` for 90 days.
 */
export const BulkProgress = z.object({
  id: Id,
  state: BulkChangeState,
  counts: BulkCounts.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  failure: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string().nullable(),
  finishedAt: Instant.nullable(),
  undone: z.object({ at: Instant, by: z.string().nullable(), kept: z.int() }).nullable(),
  can: z.object({ confirm: z.boolean(), discard: z.boolean(), undo: z.boolean() }),
});
export type BulkProgress = z.infer<typeof BulkProgress>;

/** What is asked of everybody chosen, from a day on: another place (what is absent stays), another line manager, the end of their employment (`from` = the first day without it), or leave. */
export const ChangeRequest = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('transfer'), from: LocalDate, departmentId: Id.optional(), positionId: Id.optional(), jobLevelId: Id.optional() })
    .refine((change) => change.departmentId ?? change.positionId ?? change.jobLevelId, { path: ['departmentId'] }),
  z.strictObject({ kind: z.literal('line_manager'), from: LocalDate, managerId: Id }),
  z.strictObject({ kind: z.literal('end'), from: LocalDate }),
  z
    .strictObject({ kind: z.literal('leave'), from: LocalDate, leave: LeaveKind, until: LocalDate.nullable().default(null) })
    .refine((change) => !change.until || change.until > change.from, { path: ['until'] }),
]);
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** People by name, or everybody the filter of the list finds at the time it is applied. */
export const PeopleSelection = z.union([
  z.strictObject({ personIds: z.array(Id).min(1).max(2000) }),
  z.strictObject({ filter: z.strictObject({ q: z.string().trim().min(1).max(100).optional(), departmentId: Id.optional(), positionId: Id.optional(), state: z.array(PersonState).max(5).default([]) }) }),
]);
export type PeopleSelection = z.infer<typeof PeopleSelection>;

export const CreateBulkChange = z.strictObject({ people: PeopleSelection, change: ChangeRequest });
export type CreateBulkChange = z.infer<typeof CreateBulkChange>;

/** A change of many chosen people; `everybody` = chosen by a filter. */
export const BulkChangeView = BulkProgress.extend({
  everybody: z.boolean(),
  change: z.object({
    kind: z.enum(['transfer', 'line_manager', 'end', 'leave']),
    from: LocalDate,
    until: LocalDate.nullable(),
    department: Reference.nullable(),
    position: Reference.nullable(),
    jobLevel: Reference.nullable(),
    manager: z.object({ id: Id, displayName: z.string(), staffNumber: z.string() }).nullable(),
    leave: LeaveKind.nullable(),
  }),
});
export type BulkChangeView = z.infer<typeof BulkChangeView>;

export const BulkChangeList = pageOf(BulkChangeView);
export type BulkChangeList = z.infer<typeof BulkChangeList>;

/** Rows of one kind; `department` = the departments a file makes, renames or moves, `kept` = what an undo left as it was. */
export const BulkRowsQuery = PageQuery.extend({ kind: z.enum(['new', 'changed', 'missing', 'same', 'error', 'department', 'kept']) });
export type BulkRowsQuery = z.infer<typeof BulkRowsQuery>;

/** A row of the report. `line` of the file, null for somebody who is not in one; `key` = staff number or code of the department; `errors` name line and column. */
export const BulkRow = z.object({
  id: Id,
  line: z.int().nullable(),
  kind: BulkRowKind,
  key: z.string(),
  name: z.string(),
  back: z.boolean(),
  from: LocalDate.nullable(),
  changes: z.array(z.object({ field: HrField, before: z.string().nullable(), after: z.string().nullable() })),
  errors: z.array(z.object({ field: HrField.nullable(), message: z.string() })),
  kept: KeptReason.nullable(),
});
export type BulkRow = z.infer<typeof BulkRow>;

export const BulkRows = pageOf(BulkRow);
export type BulkRows = z.infer<typeof BulkRows>;

/** `affected` = the number of people the report names; needed when it waits for it. */
export const ConfirmBulkChange = z.strictObject({ affected: z.int().optional() });
export type ConfirmBulkChange = z.infer<typeof ConfirmBulkChange>;
