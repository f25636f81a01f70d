import { Problem } from '@zhixing/platform/contract';
import type { z } from 'zod';
import { text } from './i18n.ts';
import { currentLanguage } from './language.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `revision`: what is changed must still be at it (`If-Match`), else 412. */
interface RequestOptions { signal?: AbortSignal; idempotencyKey?: string; revision?: number }

/** A failed request. `code` decides what a page does, `detail` is the sentence for the person, already in their language. */
export class RequestError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly issues: { path: string; message: string }[];
  readonly values: Record<string, string | number>;
  readonly requestId: string;

  constructor(problem: Pick<Problem, 'code' | 'status' | 'detail'> & Partial<Problem>) {
    super(`${problem.code} ${problem.status}`);
    this.name = 'RequestError';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.issues = problem.issues ?? [];
    this.values = problem.values ?? {};
    this.requestId = problem.requestId ?? '';
  }

  /** Worth another try by itself: the network or the server's side failed, not the request. */
  get temporary(): boolean {
    return this.code === 'offline' || this.status >= 500;
  }
}

let signedOut: () => void = () => undefined;

/** What to do when the server no longer knows who is asking (401); the shell leads to the login page. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

const refusals = new Map<string, () => void>();

/** What else to do, whichever request it was, when the server refuses with this code: for what only a page of its own can put right. */
export function onRefusal(code: string, handler: () => void): void {
  refusals.set(code, handler);
}

/** The one way to the API: sends JSON to `/api/v1` + `path`, checks the answer against the contract, throws RequestError. */
export async function request<S extends z.ZodType>(
  schema: S, method: Method, path: string, body?: unknown, options: RequestOptions = {},
): Promise<z.infer<S>> {
  const response = await send(method, path, body, options);
  return read(schema, `${method} ${path}`, response);
}

/**
 * Sends one file to `POST /api/v1` + `path`, as multipart; answers and fails as `request` does.
 * `onProgress` is told which part of the bytes has left, 0 to 1; an aborted `signal` rejects with its reason.
 */
export async function upload<S extends z.ZodType>(
  schema: S, path: string, file: File, options: { onProgress?: (fraction: number) => void; signal?: AbortSignal; idempotencyKey?: string } = {},
): Promise<z.infer<S>> {
  return read(schema, `POST ${path}`, await sendFile(path, file, options));
}

/** What the answer says, checked against the contract. */
async function read<S extends z.ZodType>(schema: S, route: string, response: Response): Promise<z.infer<S>> {
  if (!response.ok) {
    const error = await failure(response);
    // wrong credentials are a 401 too: there the page itself says so
    if (error.status === 401 && route !== 'POST /auth/login') signedOut();
    refusals.get(error.code)?.();
    throw error;
  }
  const answer = schema.safeParse(await response.json());
  if (answer.success) return answer.data;
  console.error(`${route} does not answer by its contract`, answer.error.issues);
  throw new RequestError({ code: 'unexpected', status: 500, detail: text('error.unexpected'), requestId: response.headers.get('x-request-id') ?? '' });
}

const headersOf = ({ idempotencyKey, revision }: Pick<RequestOptions, 'idempotencyKey' | 'revision'>): Record<string, string> => ({
  Accept: 'application/json',
  'X-Requested-With': 'zhixing',
  'Accept-Language': currentLanguage(),
  ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
});

async function send(method: Method, path: string, body: unknown, options: RequestOptions): Promise<Response> {
  const headers = headersOf(options);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(`/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: options.signal });
  } catch (error) {
    if (options.signal?.aborted) throw error; // a page that was left, not a failure
    throw new RequestError({ code: 'offline', status: 0, detail: text('error.offline') });
  }
}

/** By XMLHttpRequest, because fetch does not tell how much of a body has left. */
function sendFile(path: string, file: File, options: { onProgress?: (fraction: number) => void; signal?: AbortSignal; idempotencyKey?: string }): Promise<Response> {
  const { onProgress, signal } = options;
  const sending = new XMLHttpRequest();
  const abort = () => sending.abort();
  return new Promise<Response>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', abort);
    sending.open('POST', `/api/v1${path}`);
    for (const [name, value] of Object.entries(headersOf(options))) sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    sending.onabort = () => reject(signal?.reason);
    sending.onerror = () => reject(new RequestError({ code: 'offline', status: 0, detail: text('error.offline') }));
    sending.onload = () => resolve(new Response(sending.responseText, { status: sending.status, headers: { 'x-request-id': sending.getResponseHeader('x-request-id') ?? '' } }));
    const body = new FormData();
    body.set('file', file);
    sending.send(body);
  }).finally(() => signal?.removeEventListener('abort', abort));
}

/** The problem inside a failed answer; a proxy in between may answer without one. */
async function failure(response: Response): Promise<RequestError> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return new RequestError(problem.data);
  return new RequestError({ code: 'unavailable', status: response.status, detail: text('error.unavailable'), requestId: response.headers.get('x-request-id') ?? '' });
}

/** `path` with its query: undefined, null and empty values are left out, lists are joined by commas (`?level=1,2`). */
export function withQuery(path: string, values: object): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (written) query.set(key, written);
  }
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}
