import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import { AppError } from './errors.ts';

/** Bytes that lie in a file of DATA_DIR/tmp until disposed of: `await using upload = await files.spool(…)`. */
export interface Spooled extends AsyncDisposable {
  path: string;
  size: number;
  sha256: string;
}

const MB = 2 ** 20;

/** A size as a sentence names it. */
export const sizeText = (bytes: number): string => (bytes >= 1024 * MB ? `${+(bytes / 1024 / MB).toFixed(1)} GB` : bytes >= MB ? `${+(bytes / MB).toFixed(1)} MB` : `${+(bytes / 1024).toFixed(1)} KB`);

/**
 * Passes on at most `limit` bytes.
 * @throws AppError `too_large` at the first byte beyond
 */
export async function* atMost(limit: number, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw new AppError('too_large', { limit: sizeText(limit) });
    yield chunk;
  }
}

const host = hostname().replace(/[^A-Za-z0-9]/g, '');

/** Writes the source to a file of `directory`, hashing on the way; on any failure nothing is left. */
export async function spool(directory: string, source: Readable | Buffer, limit: number): Promise<Spooled> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${host}-${process.pid}-${uuid()}`);
  const dispose = () => rm(path, { force: true });
  const hash = createHash('sha256');
  // on disk before anybody is told that it is kept
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  let size = 0;
  try {
    await pipeline(
      Buffer.isBuffer(source) ? Readable.from([source]) : source,
      (chunks: AsyncIterable<Buffer>) => atMost(limit, chunks),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      file,
    );
  } catch (error) {
    // a source that fails at once is faster than the opening of the file, which would then appear after its removal
    if (!file.destroy().closed) await new Promise<void>((resolve) => file.once('close', () => resolve()));
    await dispose();
    throw error;
  }
  return { path, size, sha256: hash.digest('hex'), [Symbol.asyncDispose]: dispose };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes what killed processes left: files of processes of this host that are gone, and anything a day older than `now`.
 * Several processes may share the directory.
 */
export async function removeLeftovers(directory: string, now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs;
    if (changed === undefined) continue;
    const [, from, pid] = /^([A-Za-z0-9]*)-(\d+)-/.exec(name) ?? [];
    // in a container every process may be number 1: ours of an earlier life is older than this one
    const gone = from === host && (Number(pid) === process.pid ? changed < performance.timeOrigin : !lives(Number(pid)));
    if (!gone && changed > now.getTime() - DAY) continue;
    await rm(path, { recursive: true, force: true });
    removed++;
  }
  return removed;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
