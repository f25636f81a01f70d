import type { ResultRow, ResultsImportView } from '@zhixing/plans/contract';
import type { Sentences } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { discardable, type ResultsImportRecord, type StagedResult } from './results.queries.ts';
import { rowErrorSentence } from './row-errors.ts';

export const importView = (row: ResultsImportRecord, sentences: Sentences, language: Language): ResultsImportView => ({
  id: row.id,
  name: row.name,
  size: Number(row.size),
  state: row.state,
  counts: row.counts,
  progress: row.counts && row.confirmed_by && row.state !== 'applied' ? { done: row.done, total: row.counts.new } : null,
  applied: row.confirmed_by ? row.applied : null,
  found: row.confirmed_by ? row.done - row.applied : null,
  failure: row.failure_code ? sentences.of(row.failure_code, row.failure_values ?? {}, language) : null,
  createdAt: row.created_at.toISOString(),
  createdBy: row.creator,
  finishedAt: row.finished_at?.toISOString() ?? null,
  can: { confirm: (row.counts?.new ?? 0) > 0 && (row.state === 'checked' || (row.state === 'failed' && row.confirmed_by !== null)), discard: discardable(row) },
});

export const rowView = (row: StagedResult, language: Language): ResultRow => ({
  id: row.id,
  line: row.line,
  kind: row.kind,
  staffNumber: row.staff_number,
  name: row.name,
  course: row.title,
  target: row.target_kind,
  completedOn: row.completed_on,
  score: row.score,
  minutes: row.minutes,
  stored: row.stored,
  errors: row.errors.map((error) => ({ field: error.field, message: rowErrorSentence(error, row.line, language) })),
});
