import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config, S3Settings } from './config.ts';
import { AppError } from './errors.ts';

/** Below this many bytes an object is sent from memory, so that the client can repeat a failed request. */
const IN_ONE_PIECE = 8 * 2 ** 20;

const keyOf = (sha256: string) => `files/${sha256.slice(0, 2)}/${sha256}`;

/**
 * Where the bytes of files lie, each under its SHA-256: the folder `files` of DATA_DIR, or a bucket.
 * Knows nothing of rows; Files does. A file is there as a whole or not at all.
 * Every method throws AppError `unavailable` when the disk or the object store refuses.
 */
export class Storage {
  private constructor(
    private readonly disk: Disk,
    // the folder, when it is one
    private readonly root: string | undefined,
  ) {}

  static async open(config: Pick<Config, 'dataDirectory' | 's3'>): Promise<Storage> {
    if (config.s3) return new Storage(await bucket(config.s3), undefined);
    const root = resolve(config.dataDirectory);
    return new Storage(new Disk(new FSDriver({ location: root, visibility: 'private' })), root);
  }

  /** Takes the file at `path`, which lies below DATA_DIR and is gone afterwards when the storage is a folder. */
  place(path: string, sha256: string, size: number): Promise<void> {
    return asked(async () => {
      if (this.root) return this.moveIn(path, join(this.root, keyOf(sha256)));
      // an object store shows an object when all of it has arrived
      if (size <= IN_ONE_PIECE) await this.disk.put(keyOf(sha256), await readFile(path));
      else await this.disk.putStream(keyOf(sha256), createReadStream(path), { contentLength: size });
    });
  }

  has(sha256: string): Promise<boolean> {
    return asked(() => this.disk.exists(keyOf(sha256)));
  }

  read(sha256: string): Promise<Readable> {
    return asked(() => this.disk.getStream(keyOf(sha256)));
  }

  delete(sha256: string): Promise<void> {
    return asked(() => this.disk.delete(keyOf(sha256)));
  }

  changedAt(sha256: string): Promise<Date> {
    return asked(async () => (await this.disk.getMetaData(keyOf(sha256))).lastModified);
  }

  /** The SHA-256 of everything stored, in no order. */
  async *all(): AsyncGenerator<string> {
    if (this.root) await mkdir(join(this.root, 'files'), { recursive: true, mode: 0o700 });
    let paginationToken: string | undefined;
    do {
      const page = await asked(() => this.disk.listAll('files', { recursive: true, paginationToken }));
      for (const object of page.objects) if (object.isFile && /^[0-9a-f]{64}$/.test(object.name)) yield object.name;
      ({ paginationToken } = page);
    } while (paginationToken);
  }

  /** The library's own move copies, which shows half a file for a while; a rename does not. */
  private async moveIn(path: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    const folder = await open(dirname(target));
    await folder.sync().finally(() => folder.close());
  }
}

/** Whatever the storage throws means the same to a person: not now. The cause is for the log. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw Object.assign(new AppError('unavailable'), { cause });
  }
}

/** The SDK is loaded only where a bucket is configured. */
async function bucket({ endpoint, credentials, bucket, region, forcePathStyle }: S3Settings): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(new S3Driver({
    bucket, region, forcePathStyle, visibility: 'private', supportsACL: false,
    // a person waits: a store that says nothing is down
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 30_000 },
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
    // stores other than Amazon's know the newer checksums only in part
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }));
}
