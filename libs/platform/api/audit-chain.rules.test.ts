import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chainHash, entryHash, flawOf, GENESIS, type Link, type SealedFacts } from './audit-chain.rules.ts';

const START = { n: 0, chainHash: GENESIS };
const word = fc.string({ maxLength: 8 });
const maybe = fc.option(word);
const facts: fc.Arbitrary<SealedFacts> = fc.record({
  id: fc.uuid(), at: word, personId: maybe, loginId: maybe, address: word, requestId: word, action: word, objectType: word, objectId: word, result: word, beforeHash: maybe, afterHash: maybe, facts: word,
});
const entries = fc.uniqueArray(facts, { minLength: 1, maxLength: 12, selector: ({ id }) => id });

function sealed(all: SealedFacts[]): Link[] {
  let previous = GENESIS;
  return all.map((entry, at) => {
    const hash = entryHash(entry);
    previous = chainHash(previous, at + 1, hash);
    return { n: at + 1, entryId: entry.id, entryHash: hash, chainHash: previous, entry };
  });
}

test('a chain nobody touched has no flaw, read whole or in parts', () => {
  fc.assert(fc.property(entries, fc.nat(), (all, cut) => {
    const links = sealed(all);
    const at = cut % links.length;
    expect([flawOf(links, START), flawOf(links.slice(at), at ? links[at - 1]! : START)]).toEqual([null, null]);
  }));
});

test('a change of any column is found at its place, null and empty text told apart', () => {
  fc.assert(fc.property(entries, fc.nat(), fc.constantFrom(...(['at', 'personId', 'loginId', 'address', 'requestId', 'action', 'objectType', 'objectId', 'result', 'beforeHash', 'afterHash', 'facts'] as const)), (all, at, column) => {
    const links = sealed(all);
    const link = links[at % links.length]!;
    link.entry = { ...link.entry!, [column]: link.entry![column] === null ? '' : `${link.entry![column]}x` };
    expect(flawOf(links, START)).toEqual({ kind: 'changed', n: link.n, entryId: link.entryId });
  }));
});

test('texts moved from one column to the next are another entry', () => {
  fc.assert(fc.property(facts, (one) => {
    expect(entryHash({ ...one, address: `${one.address}a`, requestId: one.requestId })).not.toBe(entryHash({ ...one, requestId: `a${one.requestId}` }));
  }));
});

test('a removed entry, a removed link, an inserted link, swapped links and a rewritten hash are found', () => {
  fc.assert(fc.property(fc.uniqueArray(facts, { minLength: 3, maxLength: 12, selector: ({ id }) => id }), fc.nat(), (all, chosen) => {
    const links = sealed(all);
    const at = chosen % (links.length - 1);
    const link = links[at]!;
    const broken = (changed: Link[], n = link.n) => expect(flawOf(changed, START)).toMatchObject({ kind: 'broken', n });
    expect(flawOf(links.with(at, { ...link, entry: null }), START)).toEqual({ kind: 'removed', n: link.n, entryId: link.entryId });
    broken(links.toSpliced(at, 1), link.n + 1);
    broken(links.toSpliced(at, 0, { ...link, n: link.n }).map((one, place) => ({ ...one, n: place + 1 })), link.n + 1);
    broken(links.with(at, { ...links[at + 1]!, n: link.n }));
    broken(links.with(at, { ...link, entryHash: 'f'.repeat(64) }));
  }));
});
