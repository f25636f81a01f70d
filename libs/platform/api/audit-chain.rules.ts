import { createHash } from 'node:crypto';

/** An audit entry as the chain sees it: every column as PostgreSQL writes it, `at` in UTC to the microsecond, `facts` as jsonb text. */
export interface SealedFacts {
  id: string;
  at: string;
  personId: string | null;
  loginId: string | null;
  address: string;
  requestId: string;
  action: string;
  objectType: string;
  objectId: string;
  result: string;
  beforeHash: string | null;
  afterHash: string | null;
  facts: string;
}

/** What the first link follows. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the entry as one JSON array, so that no two entries share a text; the first element names this form. */
export const entryHash = (e: SealedFacts): string =>
  sha256(JSON.stringify(['zhixing-audit-1', e.id, e.at, e.personId, e.loginId, e.address, e.requestId, e.action, e.objectType, e.objectId, e.result, e.beforeHash, e.afterHash, e.facts]));

/** SHA-256 of the link before, the place and the entry's hash: a change anywhere changes every later link. */
export const chainHash = (previous: string, n: number, hash: string): string => sha256(JSON.stringify([previous, n, hash]));

/** A seal, and the entry it names, null when that is gone. */
export interface Link {
  n: number;
  entryId: string;
  entryHash: string;
  chainHash: string;
  entry: SealedFacts | null;
}

/** What is wrong first: `changed` and `removed` entries, `inserted` ones that were never in line, `broken` = the chain itself was tampered with. */
export interface Flaw {
  kind: 'changed' | 'removed' | 'inserted' | 'broken';
  /** The place in the chain; null outside of it. */
  n: number | null;
  entryId: string;
}

/** The first flaw of links in order, which follow place `after.n` with hash `after.chainHash`; null when there is none. */
export function flawOf(links: readonly Link[], after: { n: number; chainHash: string }): Flaw | null {
  let { n, chainHash: previous } = after;
  for (const link of links) {
    const flaw = (kind: Flaw['kind']): Flaw => ({ kind, n: link.n, entryId: link.entryId });
    n += 1;
    if (link.n !== n || link.chainHash !== chainHash(previous, n, link.entryHash)) return flaw('broken');
    if (!link.entry) return flaw('removed');
    if (entryHash(link.entry) !== link.entryHash) return flaw('changed');
    previous = link.chainHash;
  }
  return null;
}
