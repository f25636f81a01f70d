import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Database, first, type Transaction } from './database.ts';
import { AppError } from './errors.ts';
import { cleanFileName } from './file-name.ts';
import { typeOf } from './file-type.ts';
import * as sql from './files.queries.ts';
import { Scanner } from './scanner.ts';
import { removeLeftovers, sizeText, spool, type Spooled } from './spool.ts';
import { Storage } from './storage.ts';

/** Bytes that are stored: their name in the storage, their number, and the media type their beginning shows. */
export interface Kept {
  sha256: string;
  size: number;
  type: string;
}

/**
 * The files of all rooms. First the bytes, outside any transaction, then the row, in the transaction of whatever needs the file:
 *
 *     const kept = await files.keep(upload.stream, { limit: 20 * 2 ** 20 });   // { sha256, size, type }
 *     await database.transaction(async (tx) => {
 *       const fileId = await files.add(tx, kept, { name: upload.name, personId: actor.personId });   // GET /files/:id, for this person
 *       …
 *     });
 *     const stream = await files.open(kept.sha256);   // for a room that serves the bytes itself, after its own policy
 *
 * Code that needs random access (a zip) spools: `await using zip = await files.spool(upload.stream, { limit })` is a file at `zip.path`
 * until the block ends. Bytes that no row names are swept after a day, so a failed request needs no clean-up.
 */
@Injectable()
export class Files implements OnApplicationBootstrap {
  private readonly temporary: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly scanner: Scanner,
    private readonly clock: Clock,
  ) {
    this.temporary = resolve(join(config.dataDirectory, 'tmp'));
  }

  async onApplicationBootstrap(): Promise<void> {
    await removeLeftovers(this.temporary, await this.clock.now());
  }

  /**
   * Stores bytes under their SHA-256; the same bytes once. The type comes from the bytes, never from a name or header.
   * @throws AppError `too_large` at byte limit + 1, `files.infected`, `unavailable`, each with nothing left behind
   */
  async keep(source: Readable | Buffer, o: { limit: number }): Promise<Kept> {
    await using spooled = await this.spool(source, o);
    const { sha256, size } = spooled;
    const type = await typeOf(createReadStream(spooled.path, { end: 65_535 }));
    // the row first: it tells the sweep that these bytes are young
    await this.database.transaction((tx) => tx.rows(sql.KEEP, [sha256, size, type]));
    if (!(await this.storage.has(sha256))) await this.storage.place(spooled.path, sha256, size);
    return { sha256, size, type };
  }

  /** Bytes in a temporary file that the scanner let pass, for code that must jump about in them. @throws AppError `too_large`, `files.infected`, `unavailable` */
  async spool(source: Readable | Buffer, { limit }: { limit: number }): Promise<Spooled> {
    const spooled = await spool(this.temporary, source, limit);
    try {
      await this.scanner.check(spooled.path);
    } catch (error) {
      await spooled[Symbol.asyncDispose]();
      throw error;
    }
    return spooled;
  }

  /**
   * Gives stored bytes a name and an owner; `personId` null = the house, which nobody downloads by id.
   * @returns the id for `GET /files/:id`
   * @throws AppError `limit_reached` when the person stores too much
   */
  async add(tx: Transaction, kept: Pick<Kept, 'sha256' | 'size'>, o: { name: string; personId: string | null }): Promise<string> {
    const { fileQuota } = this.config;
    if (o.personId && !(await first(tx, sql.TAKE_SPACE, [o.personId, kept.size, fileQuota]))) throw new AppError('limit_reached', { limit: sizeText(fileQuota) });
    const id = uuid();
    await tx.rows(sql.ADD, [id, kept.sha256, cleanFileName(o.name), o.personId]);
    return id;
  }

  /** Takes the file away from its owner; the bytes go with the sweep when no other file has them. Nothing happens when it is gone already. */
  async remove(tx: Transaction, id: string): Promise<void> {
    const removed = await first<{ personId: string | null; size: string }>(tx, sql.REMOVE, [id]);
    if (removed?.personId) await tx.rows(sql.GIVE_SPACE_BACK, [removed.personId, removed.size]);
  }

  /** The stored bytes. @throws AppError `not_found` when the storage has lost them */
  async open(sha256: string): Promise<Readable> {
    if (!(await this.storage.has(sha256))) throw new AppError('not_found');
    return this.storage.read(sha256);
  }

  /** A file of this person, or of the house (null). @throws AppError `not_found`, also when it is another's */
  async find(id: string, personId: string | null): Promise<Kept & { name: string }> {
    const file = await first<Kept & { name: string; size: string }>(this.database, sql.FIND, [id, personId]);
    if (!file) throw new AppError('not_found');
    return { ...file, size: Number(file.size) };
  }

  /**
   * Removes bytes that no row has named for a day, objects no row knows, and temporary files of a day. Several may run at once.
   * @returns how many were removed
   */
  async sweep(): Promise<number> {
    const now = await this.clock.now();
    let removed = await removeLeftovers(this.temporary, now);
    while (await this.sweepOne()) removed++;
    for await (const sha256 of this.storage.all()) if (await this.sweepUnknown(sha256, now)) removed++;
    return removed;
  }

  /** The bytes go while the row is locked: somebody who keeps the same bytes at this moment waits and stores them anew. The one place with file I/O inside a transaction. */
  private sweepOne(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const gone = await first<{ sha256: string }>(tx, sql.FORGET_ONE);
      if (gone) await this.storage.delete(gone.sha256);
      return Boolean(gone);
    });
  }

  private async sweepUnknown(sha256: string, now: Date): Promise<boolean> {
    if (await first(this.database, sql.KNOWN, [sha256])) return false;
    const changed = await this.storage.changedAt(sha256).catch(() => now); // swept by another meanwhile
    if (now.getTime() - changed.getTime() < 24 * 60 * 60 * 1000) return false;
    return this.database.transaction(async (tx) => {
      if (!(await first(tx, sql.CLAIM, [sha256]))) return false;
      await this.storage.delete(sha256);
      await tx.rows(sql.FORGET, [sha256]);
      return true;
    });
  }
}
