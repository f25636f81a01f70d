import { Problem } from '@zhixing/platform/contract';
import type { z } from 'zod';
import { RequestError } from './http.ts';
import { text } from './i18n.ts';
import { currentLanguage } from './language.ts';

/** Sends a file as the multipart field `file`, telling how much has left (0 to 100). XMLHttpRequest, because `fetch` does not say. @throws RequestError, or an AbortError when cancelled */
export function upload<S extends z.ZodType>(schema: S, path: string, file: File, { onProgress, signal }: { onProgress?: (percent: number) => void; signal?: AbortSignal } = {}): Promise<z.infer<S>> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `/api/v1${path}`);
    for (const [name, value] of Object.entries({ Accept: 'application/json', 'X-Requested-With': 'zhixing', 'Accept-Language': currentLanguage() })) call.setRequestHeader(name, value);
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.floor((100 * loaded) / total));
    call.onload = () => {
      if (call.status < 400) return resolve(schema.parse(call.response));
      const problem = Problem.safeParse(call.response);
      reject(new RequestError(problem.data ?? { code: 'unavailable', status: call.status, detail: text('error.unavailable') }));
    };
    call.onerror = () => reject(new RequestError({ code: 'offline', status: 0, detail: text('error.offline') }));
    call.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => call.abort());
    const form = new FormData();
    form.append('file', file);
    call.send(form);
  });
}
