import type { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@zhixing/platform/contract';
import { attachment } from './file-name.ts';

/**
 * The handler answers with a file, by `download`. Whatever somebody uploaded never runs as a page of ours: it is an attachment,
 * and opened all the same it may load and run nothing.
 */
export const Downloads = () =>
  applyDecorators(
    Header('content-security-policy', "default-src 'none'; sandbox"),
    ApiProduces('application/octet-stream'),
    ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } }),
    ApiResponse({ status: 'default', description: 'application/problem+json', standardSchema: Problem }),
  );

/** An answer that the browser saves under this name (RFC 6266, RFC 8187). */
export const download = (stream: Readable, { name, type, size }: { name: string; type: string; size?: number }): StreamableFile =>
  new StreamableFile(stream, { type, disposition: attachment(name), ...(size === undefined ? {} : { length: size }) });
