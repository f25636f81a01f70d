import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';

const received = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const written = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const [, revision] = /^"(\d{1,15})"$/.exec(written ?? '') ?? [];
  if (revision === undefined) throw new AppError('invalid', {}, [{ path: 'If-Match', message: '"7"' }]);
  return Number(revision);
});

/**
 * The revision an edit starts from, of `If-Match: "7"`; without it the edit is refused (400 `invalid`), so that nobody overwrites what they have not seen.
 * The service compares it in its one conditional statement (`… where revision = $2`) and throws `precondition_failed` (412) when no row is left.
 */
export const IfMatch = (): ParameterDecorator => (target, key, index) => {
  received()(target, key, index);
  ApiHeader({ name: 'If-Match', required: true, description: 'The revision the edit starts from, in quotes: "7".' })(target, key!, Object.getOwnPropertyDescriptor(target, key!)!);
};
