import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@zhixing/platform/contract';
import type { FastifyRequest } from 'fastify';

/** The language of an answer: what the page asks for (Accept-Language), else what the person chose, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'];
  if (asked) return /^\s*en\b/i.test(asked) ? 'en' : 'zh-CN';
  return request.actor?.language ?? 'zh-CN';
}

/** The language a handler's answer is read in. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => languageOf(context.switchToHttp().getRequest<FastifyRequest>()));
