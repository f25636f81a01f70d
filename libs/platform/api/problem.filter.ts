import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Issue, Language, Problem } from '@zhixing/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { languageOf } from './language.ts';
import type { Sentences } from './sentences.ts';

const SENTENCES = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** zod's issues as they leave the validation pipe, before the language of the answer is known. */
export class InvalidInput extends AppError {
  constructor(readonly found: readonly unknown[]) {
    super('invalid');
  }

  in(language: Language): Issue[] {
    return this.found.map((issue) => {
      const { path = [], message = '' } = issue as { path?: (PropertyKey | { key: PropertyKey })[]; message?: string };
      const localized = SENTENCES[language](issue as z.core.$ZodRawIssue);
      return {
        path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        message: typeof localized === 'string' ? localized : (localized?.message ?? message),
      };
    });
  }
}

const BY_STATUS: Record<number, string> = { 400: 'invalid', 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found', 405: 'method_not_allowed', 409: 'conflict', 412: 'precondition_failed', 413: 'too_large', 415: 'unsupported', 429: 'too_many_requests', 503: 'unavailable' };

/** Locked and too many requests: the person may try again later, and the error's values say when. */
const RETRY_LATER = new Set([423, 429]);

const secondsOf = (values: Problem['values'] = {}): number => Number(values.seconds ?? Number(values.minutes ?? 0) * 60);

/** PostgreSQL's SQLSTATE classes that have a meaning for the person: unique key or exclusion, bad value, no connection, no room (disk, memory, connections). */
function fromDatabase(state: string): AppError | undefined {
  if (state === '23505' || state === '23P01') return new AppError('conflict');
  if (state.startsWith('22')) return new AppError('invalid');
  if (state.startsWith('08') || state.startsWith('53') || state.startsWith('57P') || state === 'ECONNREFUSED') return new AppError('unavailable');
  return undefined;
}

/** What the disk says when it takes no more: full, quota, limit of a process, read-only. */
const DISK = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']);

/**
 * What the log keeps of a failure: its stack, where in the database it arose, and what led to it. Not the values of the statement, nor PostgreSQL's
 * `detail`, which repeats the row: both are what people wrote.
 */
function accountOf(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { stack: typeof thrown };
  const { stack, cause } = thrown;
  const { code, schema, table, column, constraint, routine } = thrown as Error & Record<string, string | undefined>;
  return { stack, code, schema, table, column, constraint, routine, ...(cause === undefined ? {} : { cause: accountOf(cause) }) };
}

/** Turns whatever was thrown into an application/problem+json answer (RFC 9457) in the person's language; never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly sentences: Sentences) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(thrown, request);
    if (problem.status >= 500) this.logger.error({ requestId: request.id, error: accountOf(thrown) });
    const wait = RETRY_LATER.has(problem.status) && secondsOf(problem.values);
    if (wait) void reply.header('retry-after', String(wait));
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify(problem));
  }

  /** The problem an error means for this request. */
  problemOf(thrown: unknown, request: FastifyRequest): Problem {
    const error = this.translate(thrown);
    const language = languageOf(request);
    const issues = error instanceof InvalidInput ? error.in(language) : error.issues;
    return {
      type: `urn:zhixing:problem:${error.code}`,
      title: error.code,
      status: this.sentences.definition(error.code).status,
      code: error.code,
      detail: this.sentences.of(error.code, error.values, language),
      ...(issues?.length ? { issues } : {}),
      ...(Object.keys(error.values).length ? { values: error.values } : {}),
      requestId: request.id,
    };
  }

  private translate(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    if (thrown instanceof HttpException) return new AppError(BY_STATUS[thrown.getStatus()] ?? 'internal');
    const { code, statusCode } = thrown as { code?: string; statusCode?: number };
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new AppError('too_large', { limit: '1 MB' });
    if (statusCode && BY_STATUS[statusCode]) return new AppError(BY_STATUS[statusCode]);
    if (code && DISK.has(code)) return new AppError('unavailable');
    return (code && fromDatabase(code)) || new AppError('internal');
  }
}
