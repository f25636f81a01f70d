import { Injectable } from '@nestjs/common';
import { AppError } from './errors.ts';
import { ArchiveDamaged, type ArchivedPart, AuditArchive } from './audit-archive.ts';
import * as sql from './audit-chain.queries.ts';
import { chainHash, entryHash, type Flaw, flawOf, GENESIS, type Link, type SealedFacts } from './audit-chain.rules.ts';
import { Database, first, type Reader } from './database.ts';
import { Metrics } from './metrics.ts';

/** Links sealed in one transaction, and entries read at once. */
const BATCH = 1000;

/** A place in the chain, and the hash of everything up to it. */
export interface Place {
  n: number;
  chainHash: string;
}

/** The last link: how many there are, and the hash of them all. */
export interface ChainHead extends Place {
  sealedAt: Date | null;
}

/** What a verification found. `checked` = links recomputed, `waiting` = entries not sealed yet. */
export interface ChainReport {
  head: ChainHead;
  checked: number;
  waiting: number;
  flaw: Flaw | null;
}

/**
 * The chain over the audit entries: each link hashes an entry and the link before. It is made after the commit, by a task of the worker, so that requests never wait for each other.
 * It proves that nothing sealed was changed, removed or slipped in afterwards; that the chain as a whole was not replaced is proven by a head somebody noted elsewhere. See docs/adr/0008-audit-chain.md.
 */
@Injectable()
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly archive: AuditArchive,
    metrics: Metrics,
  ) {
    metrics.gauge('audit_unsealed', 'Audit entries the chain does not cover yet', [], async () => [{ value: await this.waiting() }]);
  }

  /** Seals whatever is committed and in line. Several may run: one after the other. */
  async run(): Promise<void> {
    while ((await this.sealBatch()) === BATCH);
  }

  /** @returns how many entries were sealed; all of them or, when the process dies, none */
  private sealBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.rows(sql.LOCK_CHAIN);
      const entries = (await tx.rows<{ entry: SealedFacts }>(sql.TAKE_UNSEALED, [BATCH])).map(({ entry }) => entry);
      if (!entries.length) return 0;
      const head = await this.head(tx);
      const hashes = entries.map(entryHash);
      const places = entries.map((_, at) => head.n + 1 + at);
      let previous = head.chainHash;
      const chain = hashes.map((hash, at) => (previous = chainHash(previous, places[at]!, hash)));
      await tx.rows(sql.SEAL, [places, entries.map(({ id }) => id), hashes, chain]);
      return entries.length;
    });
  }

  async head(reader: Reader = this.database): Promise<ChainHead> {
    const live = await first<ChainHead>(reader, sql.HEAD);
    if (live) return live;
    const last = (await this.archive.parts()).at(-1);
    return last ? { n: last.lastN, chainHash: last.lastHash, sealedAt: last.archivedAt } : { n: 0, chainHash: GENESIS, sealedAt: null };
  }

  /** How many entries no seal covers yet. */
  async waiting(): Promise<number> {
    return (await first<{ waiting: number }>(this.database, sql.WAITING))!.waiting;
  }

  /**
   * Recomputes the chain, from the oldest file of the archive on, and names the first flaw. What is sealed meanwhile is left for the next time. Memory stays constant.
   * @param o.last only so many links at the end, of those in the database, and entries not older than they are
   * @param o.known a head noted before: the chain must still go through it, unless its part is deleted by now
   */
  async verify(o: { last?: number; known?: Place } = {}): Promise<ChainReport> {
    const head = await this.head();
    const parts = o.last === undefined ? await this.archive.parts() : [];
    const archived = (await this.archive.parts()).at(-1);
    const gone = parts.findLast((part) => part.purgedAt);
    const live: Place = { n: Math.max(archived?.lastN ?? 0, head.n - (o.last ?? head.n)), chainHash: '' };
    const begin: Place = o.last !== undefined ? { ...live, chainHash: await this.hashAt(live.n) } : gone ? { n: gone.lastN, chainHash: gone.lastHash } : { n: 0, chainHash: GENESIS };
    const since = o.last !== undefined && live.n > (archived?.lastN ?? 0) ? await this.firstMoment(live.n) : null;
    const report = async (at: number, flaw: Flaw | null): Promise<ChainReport> => ({ head, checked: at - begin.n, waiting: await this.waiting(), flaw });

    let after = begin;
    const known = o.known && o.known.n >= begin.n ? o.known : undefined;
    if (known && (known.n > head.n || (known.n === begin.n && known.chainHash !== begin.chainHash))) return report(begin.n, { kind: 'broken', n: known.n, entryId: '' });
    for await (const links of this.linksAfter(begin, head.n, parts.filter((part) => !part.purgedAt))) {
      if (!Array.isArray(links)) return report(after.n, links);
      const met = links.find((link) => link.n === known?.n);
      const flaw = flawOf(links, after) ?? (met && met.chainHash !== known!.chainHash ? ({ kind: 'broken', n: met.n, entryId: '' } as const) : null);
      if (flaw) return report(flaw.n! - 1, flaw);
      after = links.at(-1)!;
    }
    const removed = await first<{ entryId: string }>(this.database, sql.REMOVED_IN_LINE);
    if (removed) return report(head.n, { kind: 'removed', n: null, ...removed });
    const inserted = await first<{ entryId: string }>(this.database, sql.INSERTED, [since]);
    return report(head.n, inserted ? { kind: 'inserted', n: null, ...inserted } : null);
  }

  /** The links after a place up to another, from the files and then from the database; or the flaw that keeps them from being read. */
  private async *linksAfter(begin: Place, end: number, parts: ArchivedPart[]): AsyncGenerator<Link[] | Flaw> {
    let at = begin.n;
    for (const part of parts) {
      try {
        let last: Link | undefined;
        for await (const links of this.archive.links(part)) {
          yield links;
          last = links.at(-1);
        }
        if (last?.n !== part.lastN || last.chainHash !== part.lastHash) throw new ArchiveDamaged();
      } catch (error) {
        if (error instanceof ArchiveDamaged) yield { kind: 'broken', n: part.firstN, entryId: '' };
        else if (error instanceof AppError && error.code === 'not_found') yield { kind: 'removed', n: part.firstN, entryId: '' };
        else throw error;
      }
      at = part.lastN;
    }
    while (at < end) {
      const links = await this.database.rows<Link>(sql.LINKS, [at, Math.min(BATCH, end - at)]);
      yield links.length ? links : { kind: 'broken', n: at + 1, entryId: '' };
      at = links.at(-1)?.n ?? end;
    }
  }

  private async hashAt(n: number): Promise<string> {
    if (!n) return GENESIS;
    return (await first<Place>(this.database, sql.LINK, [n]))?.chainHash ?? (await this.archive.parts()).find((part) => part.lastN === n)?.lastHash ?? '';
  }

  /** When the entry at place n happened. */
  private async firstMoment(n: number): Promise<string | null> {
    const [link] = await this.database.rows<Link>(sql.LINKS, [n - 1, 1]);
    return link?.entry?.at ?? null;
  }
}
