import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { audit } from './audit.ts';
import * as sql from './audit-archive.queries.ts';
import { LINKS } from './audit-chain.queries.ts';
import { flawOf, GENESIS, type Link } from './audit-chain.rules.ts';
import { Database, first } from './database.ts';
import { AppError } from './errors.ts';
import { Files } from './files.ts';

/** Links of one part, and links read at once. What one export can hold is a part. */
const PART = 50_000;
const BATCH = 1000;
/** Bytes of one file. */
const LIMIT = 512 * 2 ** 20;

/** A part of the chain in a file: places `firstN` to `lastN`, the last with `lastHash`; `sha256` of the file. `purgedAt` = its file is deleted. */
export interface ArchivedPart {
  number: number;
  firstN: number;
  lastN: number;
  lastHash: string;
  firstAt: Date;
  lastAt: Date;
  sha256: string;
  archivedAt: Date;
  purgedAt: Date | null;
}

/** A file of the archive that is not what was stored. */
export class ArchiveDamaged extends Error {}

/**
 * The audit trail of more than thirteen months, as files of the house: JSON Lines, gzip, one link of the chain with its entry a line. The chain goes on from file to file
 * into the database. See docs/adr/0008-audit-chain.md.
 */
@Injectable()
export class AuditArchive {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** All parts in the order of the chain, those whose files are deleted too. */
  parts(): Promise<ArchivedPart[]> {
    return this.database.rows<ArchivedPart>(sql.PARTS);
  }

  /** The task: moves what is old enough, part by part. Only one process at a time succeeds. @throws Error when the chain has a flaw; nothing is moved then */
  async run(): Promise<void> {
    while (await this.archiveNext());
  }

  private async archiveNext(): Promise<boolean> {
    const before = (await this.parts()).at(-1);
    const after = { n: before?.lastN ?? 0, chainHash: before?.lastHash ?? GENESIS };
    const next = await first<{ lastN: number | null }>(this.database, sql.NEXT_PART, [after.n, PART]);
    if (!next?.lastN) return false;
    const { lastN } = next;
    const packed = createGzip();
    const written = pipeline(Readable.from(this.lines(after, lastN)), packed);
    const [kept] = await Promise.all([this.files.keep(packed, { limit: LIMIT }), written]);
    await this.database.transaction(async (tx) => {
      const fileId = await this.files.add(tx, kept, { name: `audit-${after.n + 1}-${lastN}.jsonl.gz`, personId: null });
      const { number } = (await first<{ number: number }>(tx, sql.TAKE_OUT, [lastN, fileId]))!;
      await audit(tx, { address: 'worker', requestId: uuid() }, { action: 'audit.archive', object: { type: 'audit', id: String(number) }, facts: { from: after.n + 1, to: lastN, sha256: kept.sha256 } });
    });
    return true;
  }

  private async *lines(start: { n: number; chainHash: string }, lastN: number): AsyncGenerator<string> {
    let after = start;
    while (after.n < lastN) {
      const links = await this.database.rows<Link>(LINKS, [after.n, Math.min(BATCH, lastN - after.n)]);
      const flaw = links.length ? flawOf(links, after) : { kind: 'broken', n: after.n + 1 };
      if (flaw) throw new Error(`The audit trail is not archived: it is ${flaw.kind} at place ${flaw.n}.`);
      yield links.map((link) => `${JSON.stringify(link)}\n`).join('');
      after = links.at(-1)!;
    }
  }

  /**
   * The links of a part as its file has them, some at once. Whether they follow from each other is for the reader to say.
   * @throws AppError `not_found` when the file is deleted or lost, ArchiveDamaged when its bytes are not those that were stored: at the end, or where they cannot be read
   */
  async *links({ sha256, number, purgedAt }: ArchivedPart): AsyncGenerator<Link[]> {
    if (purgedAt) throw new AppError('not_found');
    const hash = createHash('sha256');
    const stored = await this.files.open(sha256);
    const unpacked = createGunzip();
    const read = pipeline(stored, async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    }, unpacked);
    read.catch(() => undefined); // the lines fail too
    try {
      let batch: Link[] = [];
      for await (const line of createInterface({ input: unpacked })) {
        batch.push(JSON.parse(line) as Link);
        if (batch.length === BATCH) {
          yield batch;
          batch = [];
        }
      }
      await read;
      if (batch.length) yield batch;
    } catch (cause) {
      throw new ArchiveDamaged(`archive ${number} cannot be read`, { cause });
    } finally {
      unpacked.destroy();
    }
    if (hash.digest('hex') !== sha256) throw new ArchiveDamaged(`archive ${number} is not the file that was stored`);
  }
}
