import type { BulkChangeView, BulkProgress, BulkRow } from '@zhixing/people/contract';
import type { Sentences } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import type { BulkChangeRow, ReportRow, SelectionChangeRow } from './bulk-changes.queries.ts';
import { rowErrorSentence } from './row-errors.ts';

/** Where a change stands, of whatever it comes. */
export function progressView(row: BulkChangeRow, sentences: Sentences, language: Language): BulkProgress {
  const undecided = row.state === 'checked' || row.state === 'waiting_confirmation';
  const busy = row.state === 'applying' || row.state === 'undoing';
  return {
    id: row.id,
    state: row.state,
    counts: row.counts,
    progress: busy && row.total !== null ? { done: row.done ?? 0, total: row.total } : null,
    failure: row.failure_code ? sentences.of(row.failure_code, row.failure_values ?? {}, language) : null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.creator,
    finishedAt: row.finished_at?.toISOString() ?? null,
    undone: row.undone_at && { at: row.undone_at.toISOString(), by: row.undoer, kept: row.kept ?? 0 },
    can: { confirm: undecided && row.counts !== null && row.counts.affected + row.counts.departments > 0, discard: undecided, undo: row.can_undo },
  };
}

export function bulkChangeView(row: SelectionChangeRow, sentences: Sentences, language: Language): BulkChangeView {
  const { change } = row;
  const reference = (one: { id: string; name: string } | null) => one && { id: one.id, name: one.name };
  return {
    ...progressView(row, sentences, language),
    everybody: 'filter' in row.selection,
    change: {
      kind: change.kind,
      from: change.from,
      until: change.kind === 'leave' ? change.until : null,
      department: reference(row.department),
      position: reference(row.position),
      jobLevel: reference(row.job_level),
      manager: row.manager,
      leave: change.kind === 'leave' ? change.leave : null,
    },
  };
}

export const rowView = (row: ReportRow, language: Language): BulkRow => ({
  id: row.id,
  line: row.line,
  kind: row.kind,
  key: row.key,
  name: row.name,
  back: row.back,
  from: row.valid_from,
  changes: row.changes,
  errors: row.errors.map((error) => ({ field: error.field, message: rowErrorSentence(error, row.line, language) })),
  kept: row.kept,
});
