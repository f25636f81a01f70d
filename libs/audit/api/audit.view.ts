import type { ActFacts, ActResult, AuditDetail, AuditRow } from '@zhixing/audit/contract';
import type { PersonCard } from '@zhixing/people/contract';
import type { ActVocabulary, Link } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';

export interface EntryRow {
  id: string;
  at: Date;
  at_key: string;
  person_id: string | null;
  login_id: string | null;
  address: string;
  request_id: string;
  action: string;
  object_type: string;
  object_id: string;
  result: ActResult;
  before_hash: string | null;
  after_hash: string | null;
  facts: ActFacts;
  sealed: boolean;
}

export interface SealedEntryRow extends EntryRow {
  n: number | null;
  entry_hash: string;
  chain_hash: string;
  sealed_at: Date;
}

/** An entry as a file of the archive has it. */
export const archivedEntry = ({ entry }: Link): EntryRow => ({
  id: entry!.id, at: new Date(entry!.at), at_key: entry!.at, person_id: entry!.personId, login_id: entry!.loginId, address: entry!.address, request_id: entry!.requestId, action: entry!.action,
  object_type: entry!.objectType, object_id: entry!.objectId, result: entry!.result as ActResult, before_hash: entry!.beforeHash, after_hash: entry!.afterHash, facts: JSON.parse(entry!.facts) as ActFacts, sealed: true,
});

/** What turns ids and codes into words. */
export interface Reading {
  cards: ReadonlyMap<string, PersonCard>;
  words: ActVocabulary;
  language: Language;
}

/** The persons a row speaks of. */
export const personsOf = (row: EntryRow): string[] => [...(row.person_id ? [row.person_id] : []), ...(row.object_type === 'person' ? [row.object_id] : [])];

export const auditRow = (row: EntryRow, { cards, words, language }: Reading): AuditRow => ({
  id: row.id,
  at: row.at.toISOString(),
  personId: row.person_id,
  person: cards.get(row.person_id ?? '') ?? null,
  action: { code: row.action, words: words.action(row.action, language) },
  object: { type: { code: row.object_type, words: words.object(row.object_type, language) }, id: row.object_id, name: (row.object_type === 'person' && cards.get(row.object_id)?.displayName) || null },
  result: row.result,
  address: row.address,
  facts: row.facts,
  sealed: row.sealed,
});

export const auditDetail = (row: SealedEntryRow, reading: Reading): AuditDetail => ({
  ...auditRow(row, reading),
  requestId: row.request_id,
  loginId: row.login_id,
  beforeHash: row.before_hash,
  afterHash: row.after_hash,
  seal: row.n === null ? null : { n: row.n, entryHash: row.entry_hash, chainHash: row.chain_hash, sealedAt: row.sealed_at.toISOString() },
});
