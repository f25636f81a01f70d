import type { JobView, Language } from '@zhixing/platform/contract';
import type { JobRow } from './jobs.queries.ts';
import type { Sentences } from './sentences.ts';

export const jobView = (row: JobRow, sentences: Sentences, language: Language): JobView => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  done: row.done,
  total: row.total,
  file: row.file_id ? { id: row.file_id, name: row.file_name!, size: Number(row.file_size), sha256: row.file_sha256! } : null,
  failure: row.failure_code ? sentences.of(row.failure_code, row.failure_values ?? {}, language) : null,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});
