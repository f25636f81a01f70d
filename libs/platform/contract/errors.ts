import { z } from 'zod';

/** One failure a user can meet: its HTTP status and its sentence in both languages; `{name}` is filled from the error's values. */
export interface ErrorDefinition {
  status: number;
  zh: string;
  en: string;
}

/** The failures of one room by code; a room's own codes start with its name (`courses.too_early`). */
export type ErrorCatalogue = Record<string, ErrorDefinition>;

/** The general failures; a room adds its own only where a person needs to be told more. */
export const platformErrors = {
  invalid: { status: 400, zh: '填写的内容有误，请检查标出的项。', en: 'Some of what you entered is not valid. Please check the marked fields.' },
  unauthenticated: { status: 401, zh: '登录已失效，请重新登录。', en: 'You are signed out. Please sign in again.' },
  forbidden: { status: 403, zh: '您没有进行此操作的权限。', en: 'You are not allowed to do this.' },
  csrf: { status: 403, zh: '请求来源不可信，已拒绝。请刷新页面后重试。', en: 'The request did not come from this site and was refused. Reload the page and try again.' },
  not_found: { status: 404, zh: '没有找到您要的内容，它可能已移动或不对您开放。', en: 'Not found. It may have moved or is not open to you.' },
  method_not_allowed: { status: 405, zh: '该地址不支持这种操作。', en: 'This address does not support that method.' },
  conflict: { status: 409, zh: '内容已被他人更改，请刷新后重试。', en: 'This was changed in the meantime. Reload and try again.' },
  closed: { status: 409, zh: '该内容已结束，不能再更改。', en: 'This is closed and can no longer be changed.' },
  limit_reached: { status: 409, zh: '已达到上限（{limit}）。', en: 'The limit of {limit} has been reached.' },
  precondition_failed: { status: 412, zh: '您看到的不是最新内容，请刷新后重试。', en: 'You were looking at an older state. Reload and try again.' },
  too_large: { status: 413, zh: '内容过大，最多 {limit}。', en: 'Too large; at most {limit}.' },
  unsupported: { status: 415, zh: '不支持这种内容格式。', en: 'This content type is not supported.' },
  'files.infected': { status: 422, zh: '该文件被病毒扫描程序拦截，未保存。请联系信息安全部门。', en: 'The virus scanner stopped this file; it was not stored. Ask information security.' },
  idempotency_mismatch: { status: 422, zh: '该请求编号已用于另一项请求，请重新提交。', en: 'This Idempotency-Key was used for another request. Please submit again.' },
  too_many_requests: { status: 429, zh: '操作过于频繁，请 {seconds} 秒后再试。', en: 'Too many requests. Try again in {seconds} seconds.' },
  internal: { status: 500, zh: '系统出现错误，请稍后重试；若仍有问题，请提供请求编号。', en: 'Something went wrong on our side. Try again; if it persists, quote the request id.' },
  unavailable: { status: 503, zh: '服务暂时不可用，请稍后重试。', en: 'The service is temporarily unavailable. Please try again.' },
} as const satisfies ErrorCatalogue;

/** The general codes. */
export type PlatformErrorCode = keyof typeof platformErrors;

/** One field at fault: the path inside the body or query (`answers.0.sequence`) and what is wrong with it. */
export const Issue = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof Issue>;

/** Every failed answer of the API, as `application/problem+json` (RFC 9457). `values` are the numbers and names inside `detail`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  issues: z.array(Issue).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** Fills `{name}` in a sentence from `values`; an unknown name stays as it is, so that a mistake is seen. */
export function fill(sentence: string, values: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
