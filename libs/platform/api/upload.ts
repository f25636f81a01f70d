import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';

/** A file on its way in: `name` as the sender wrote it, `stream` its bytes, to be read once and with a limit of the reader's own. */
export interface Upload {
  name: string;
  stream: Readable;
}

/** Lets routes with `@Upload()` take multipart bodies. Nothing is read before the handler asks for it, and nothing is kept in memory. */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  // how large a file may be is said by whoever reads it: Files.keep, Files.spool
  await app.register(multipart as never, { limits: { fileSize: Infinity, files: 1, parts: 2, fields: 0, headerPairs: 20 }, throwFileSizeLimit: false } as never);
  // a client that still sends what was refused gets to see the answer; its bytes go nowhere
  app.getHttpAdapter().getInstance().addHook('onResponse', async (request: FastifyRequest) => void (request.isMultipart() && request.raw.resume()));
}

const received = createParamDecorator(async (_: unknown, context: ExecutionContext): Promise<Upload> => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.isMultipart()) throw new AppError('unsupported');
  const parts = request.parts();
  const { value: part } = await parts.next().catch(refuse);
  if (part?.type !== 'file' || part.fieldname !== 'file') throw new AppError('invalid', {}, [{ path: 'file', message: '' }]);
  return { name: part.filename ?? '', stream: Readable.from(onlyPart(part.file, parts), { objectMode: false }) };
});

/** The one file of a multipart body, in its part `file`. @throws AppError `unsupported`, `invalid`; the stream fails with `invalid` when the body breaks off */
export const Upload = (): ParameterDecorator => (target, key, index) => {
  received()(target, key, index);
  const handler = Object.getOwnPropertyDescriptor(target, key!)!;
  ApiConsumes('multipart/form-data')(target, key!, handler);
  ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })(target, key!, handler);
};

/** The bytes of the file; a body that breaks off or goes on after it is no upload. */
async function* onlyPart(file: Readable, parts: AsyncIterator<unknown>): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
    if (!(await parts.next()).done) throw new Error('more than one part');
  } catch (error) {
    refuse(error);
  }
}

/** Whatever the parser says is the sender's mistake. */
function refuse(cause: unknown): never {
  throw Object.assign(new AppError('invalid'), { cause });
}
