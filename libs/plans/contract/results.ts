import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What a past or offline result is of: a course that was completed, or a certification of the bank held from that day on, for the period of the certification. */
export const ResultTargetKind = z.enum(['course', 'certification']);
export type ResultTargetKind = z.infer<typeof ResultTargetKind>;

/** The columns of a file of results; `course` = a course or a certification, `hours` = as the organiser counted them, `name` only to make sure of the staff number. */
export const ResultField = z.enum(['staffNumber', 'name', 'course', 'completedOn', 'score', 'hours']);
export type ResultField = z.infer<typeof ResultField>;

/** uploaded -> checked -> applying -> applied; failed when it cannot be read, or while applying: then it may go on. Until something of it is being stored it may be discarded, also when it failed. */
export const ResultsImportState = z.enum(['uploaded', 'checked', 'applying', 'applied', 'failed', 'discarded']);
export type ResultsImportState = z.infer<typeof ResultsImportState>;

/** What a row means: something to store, one that stands already, or an error, and then nothing of it is stored. */
export const ResultRowKind = z.enum(['new', 'same', 'error']);
export type ResultRowKind = z.infer<typeof ResultRowKind>;

export const ResultCounts = z.object({ new: z.int(), same: z.int(), error: z.int() });
export type ResultCounts = z.infer<typeof ResultCounts>;

/** A file of past and offline results. `counts` once checked; `progress` in rows while it is applied; `applied` = rows stored, `found` = rows that stood by then, so that nothing was stored twice; `failure` is a sentence in the reader's language. */
export const ResultsImportView = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  state: ResultsImportState,
  counts: ResultCounts.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  applied: z.int().nullable(),
  found: z.int().nullable(),
  failure: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  finishedAt: Instant.nullable(),
  can: z.object({ confirm: z.boolean(), discard: z.boolean() }),
});
export type ResultsImportView = z.infer<typeof ResultsImportView>;
export const ResultsImportList = pageOf(ResultsImportView);
export type ResultsImportList = z.infer<typeof ResultsImportList>;

export const ResultRowsQuery = PageQuery.extend({ kind: ResultRowKind.default('new') });
export type ResultRowsQuery = z.infer<typeof ResultRowsQuery>;

/** A row of the report; `errors` name line and column. `score` and `minutes` as they will be stored. `target` = null when the name in `course` is unknown or ambiguous; `stored` = null until a new row is applied, false when it stood by then. */
export const ResultRow = z.object({
  id: Id,
  line: z.int(),
  kind: ResultRowKind,
  staffNumber: z.string(),
  name: z.string(),
  course: z.string(),
  target: ResultTargetKind.nullable(),
  completedOn: LocalDate.nullable(),
  score: z.int().nullable(),
  minutes: z.int(),
  stored: z.boolean().nullable(),
  errors: z.array(z.object({ field: ResultField.nullable(), message: z.string() })),
});
export type ResultRow = z.infer<typeof ResultRow>;
export const ResultRows = pageOf(ResultRow);
export type ResultRows = z.infer<typeof ResultRows>;

/** Parameters of the export `results-import`. */
export const ResultsImportExport = z.strictObject({ importId: Id });
export type ResultsImportExport = z.infer<typeof ResultsImportExport>;
