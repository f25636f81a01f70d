import type { HrImportView } from '@zhixing/people/contract';
import type { Sentences } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import type { FileChangeRow } from '../bulk-changes/bulk-changes.queries.ts';
import { progressView } from '../bulk-changes/bulk-changes.view.ts';

export const importView = (row: FileChangeRow, sentences: Sentences, language: Language): HrImportView => ({
  ...progressView(row, sentences, language),
  name: row.name,
  size: Number(row.size),
  source: row.source,
  complete: row.complete,
});
