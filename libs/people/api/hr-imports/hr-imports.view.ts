import type { HrImportRow, HrImportView } from '@zhixing/people/contract';
import type { Sentences } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import type { ImportRow, ReportRow } from './hr-imports.queries.ts';
import { rowErrorSentence } from './row-errors.ts';

export function importView(row: ImportRow, sentences: Sentences, language: Language): HrImportView {
  const undecided = row.state === 'checked' || row.state === 'waiting_confirmation';
  return {
    id: row.id,
    name: row.name,
    size: Number(row.size),
    source: row.source,
    complete: row.complete,
    state: row.state,
    counts: row.counts,
    progress: row.state === 'applying' && row.total !== null ? { done: row.done ?? 0, total: row.total } : null,
    failure: row.failure_code ? sentences.of(row.failure_code, row.failure_values ?? {}, language) : null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.creator,
    finishedAt: row.finished_at?.toISOString() ?? null,
    can: { confirm: undecided && row.counts !== null && row.counts.affected + row.counts.departments > 0, discard: undecided },
  };
}

export const rowView = (row: ReportRow, language: Language): HrImportRow => ({
  id: row.id,
  line: row.line,
  kind: row.kind,
  key: row.key,
  name: row.name,
  back: row.back,
  from: row.valid_from,
  changes: row.changes,
  errors: row.errors.map((error) => ({ field: error.field, message: rowErrorSentence(error, row.line, language) })),
});
