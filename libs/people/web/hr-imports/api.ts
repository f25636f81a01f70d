import { HrImportList, HrImportView } from '@zhixing/people/contract';
import { upload, withQuery } from '@zhixing/platform/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { keep, type Origin } from '../bulk-changes/api.ts';

export const HR_IMPORTS_PATH = '/system/hr-imports';
export const hrImportPath = (id: string): string => `${HR_IMPORTS_PATH}/${id}`;
export const TEMPLATE_ADDRESS = '/api/v1/hr-imports/template';

export const HR_IMPORTS: Origin<HrImportView> = { api: '/hr-imports', view: HrImportView, list: HrImportList, words: 'hrImports' };

/** A file to send; `complete` = whoever is not in it has left. */
export interface FileToImport { file: File; complete: boolean; signal: AbortSignal; onProgress: (fraction: number) => void }

/** Sends a file; the answer comes once it is stored, and a worker reads it. */
export function useSendFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, complete, signal, onProgress }: FileToImport) => upload(HrImportView, withQuery('/hr-imports', { complete }), file, { onProgress, signal, idempotencyKey: v7() }),
    meta: { ownError: true },
    onSuccess: (view) => keep(client, HR_IMPORTS, view),
  });
}
