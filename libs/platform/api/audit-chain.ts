import { Injectable } from '@nestjs/common';
import * as sql from './audit-chain.queries.ts';
import { chainHash, entryHash, type Flaw, flawOf, GENESIS, type Link, type SealedFacts } from './audit-chain.rules.ts';
import { Database, first, type Reader } from './database.ts';
import { Metrics } from './metrics.ts';

/** Links sealed in one transaction, and entries read at once. */
const BATCH = 1000;

/** The last link: how many there are, and the hash of them all. */
export interface ChainHead {
  n: number;
  chainHash: string;
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
    return (await first<ChainHead>(reader, sql.HEAD)) ?? { n: 0, chainHash: GENESIS, sealedAt: null };
  }

  /** How many entries no seal covers yet. */
  async waiting(): Promise<number> {
    return (await first<{ waiting: number }>(this.database, sql.WAITING))!.waiting;
  }

  /**
   * Recomputes the chain and names the first flaw. What is sealed meanwhile is left for the next time. Memory stays constant.
   * @param o.last only so many links at the end, and entries not older than they are
   * @param o.known a head noted before: the chain must still go through it
   */
  async verify(o: { last?: number; known?: { n: number; chainHash: string } } = {}): Promise<ChainReport> {
    const head = await this.head();
    const start = Math.max(0, o.last === undefined ? 0 : head.n - o.last);
    const since = start ? await this.firstMoment(start) : null;
    const report = (checked: number, flaw: Flaw | null): Promise<ChainReport> => this.waiting().then((waiting) => ({ head, checked, waiting, flaw }));
    if (o.known && (await this.hashAt(o.known.n)) !== o.known.chainHash) return report(0, { kind: 'broken', n: o.known.n, entryId: '' });

    let after = { n: start, chainHash: await this.hashAt(start) };
    while (after.n < head.n) {
      const links = await this.database.rows<Link>(sql.LINKS, [after.n, Math.min(BATCH, head.n - after.n)]);
      const flaw = links.length ? flawOf(links, after) : ({ kind: 'broken', n: after.n + 1, entryId: '' } as const);
      if (flaw) return report(flaw.n! - start - 1, flaw);
      after = links.at(-1)!;
    }
    const removed = await first<{ entryId: string }>(this.database, sql.REMOVED_IN_LINE);
    if (removed) return report(head.n - start, { kind: 'removed', n: null, ...removed });
    const inserted = await first<{ entryId: string }>(this.database, sql.INSERTED, [since]);
    return report(head.n - start, inserted ? { kind: 'inserted', n: null, ...inserted } : null);
  }

  private async hashAt(n: number): Promise<string> {
    return n ? ((await first<ChainHead>(this.database, sql.LINK, [n]))?.chainHash ?? '') : GENESIS;
  }

  /** When the entry at place n happened. */
  private async firstMoment(n: number): Promise<string | null> {
    const [link] = await this.database.rows<Link>(sql.LINKS, [n - 1, 1]);
    return link?.entry?.at ?? null;
  }
}
