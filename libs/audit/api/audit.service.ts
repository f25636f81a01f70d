import { Injectable } from '@nestjs/common';
import { type ArchiveList, type AuditDetail, type AuditFilter, type AuditList, type AuditQuery, type AuditRow, type AuditWords, type ChainCheck, type ChainState, CHECKED_AT_ONCE, type RecordViewList } from '@zhixing/audit/contract';
import { PeopleService } from '@zhixing/people/api';
import { ActVocabulary, type Actor, AppError, audit, AuditArchive, AuditChain, Database, decodeCursor, first, type Link, page } from '@zhixing/platform/api';
import type { Language, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { AUDIT_ENTRY, AUDIT_PAGE, AUDIT_TOTAL, VIEWS_OF_ME } from './audit.queries.ts';
import { archivedEntry, auditDetail, auditRow, type EntryRow, personsOf, type Reading, type SealedEntryRow } from './audit.view.ts';

/** Moment to the microsecond, id. */
const Key = z.tuple([z.string().max(40), z.uuid()]);

const isId = (value: string): boolean => z.uuid().safeParse(value).success;

/** Reading the audit trail. Looking through the list leaves no entry of its own: it would bury what it shows; exports and checks of the chain do. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly chain: AuditChain,
    private readonly archive: AuditArchive,
    private readonly words: ActVocabulary,
  ) {}

  /** A page of the entries of a filter, newest first. */
  async list(language: Language, { limit, cursor, ...filter }: AuditQuery): Promise<AuditList> {
    const after = decodeCursor(Key, cursor) ?? [null, null];
    const values = valuesOf(filter);
    const rows = await this.database.rows<EntryRow>(AUDIT_PAGE, [...values, ...after, limit + 1]);
    const reading = await this.reading(language, rows.flatMap(personsOf));
    const { total } = (await first<{ total: number }>(this.database, AUDIT_TOTAL, values))!;
    return { ...page(rows, limit, (row) => [row.at_key, row.id], (row) => auditRow(row, reading)), total };
  }

  /** All that is kept of one act. @throws AppError not_found */
  async entry(language: Language, id: string): Promise<AuditDetail> {
    const row = await first<SealedEntryRow>(this.database, AUDIT_ENTRY, [id]);
    if (!row) throw new AppError('not_found');
    return auditDetail(row, await this.reading(language, personsOf(row)));
  }

  /** What entries can be filtered by, in Chinese or English order. */
  filters(language: Language): AuditWords {
    const named = (codes: object, words: (code: string) => string) => Object.keys(codes).map((code) => ({ code, words: words(code) })).sort((one, other) => one.words.localeCompare(other.words, language));
    return { actions: named(this.words.actions, (code) => this.words.action(code, language)), objects: named(this.words.objects, (type) => this.words.object(type, language)) };
  }

  async state(): Promise<ChainState> {
    const { n, chainHash, sealedAt } = await this.chain.head();
    return { n, chainHash, sealedAt: sealedAt?.toISOString() ?? null, waiting: await this.chain.waiting() };
  }

  /** What lies in files, newest first. */
  async archives(): Promise<ArchiveList> {
    const parts = await this.archive.parts();
    return {
      items: parts.reverse().map(({ number, firstN, lastN, firstAt, lastAt, sha256, archivedAt, purgedAt }) => ({
        number, from: firstAt.toISOString(), to: lastAt.toISOString(), entries: lastN - firstN + 1, sha256, archivedAt: archivedAt.toISOString(), kept: purgedAt === null,
      })),
    };
  }

  /** The entries of a part, oldest first, some at once, and as the file has them. @throws AppError not_found for a part that is not there or deleted */
  async *archived(language: Language, number: number): AsyncGenerator<{ rows: AuditRow[]; links: Link[] }> {
    const part = (await this.archive.parts()).find((one) => one.number === number);
    if (!part) throw new AppError('not_found');
    for await (const links of this.archive.links(part)) {
      const entries = links.map(archivedEntry);
      const reading = await this.reading(language, entries.flatMap(personsOf));
      yield { links, rows: entries.map((entry) => auditRow(entry, reading)) };
    }
  }

  /** Recomputes the newest links; that it was done, and what it found, is audited. */
  async check(actor: Actor): Promise<ChainCheck> {
    const { head, checked, flaw } = await this.chain.verify({ last: CHECKED_AT_ONCE });
    await this.database.transaction((tx) =>
      audit(tx, actor, { action: 'audit.verify', object: { type: 'audit', id: String(head.n) }, facts: { checked, flaw: flaw?.kind ?? null, entry: flaw?.entryId ?? null } }));
    return { checked, whole: checked === head.n, flaw };
  }

  /** Who looked at the actor's record. */
  async viewsOf(actor: Actor, { limit, cursor }: PageQuery): Promise<RecordViewList> {
    const after = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<Pick<EntryRow, 'id' | 'at' | 'at_key' | 'person_id' | 'action'>>(VIEWS_OF_ME, [actor.personId, ...after, limit + 1]);
    const { cards, words, language } = await this.reading(actor.language, rows.map((row) => row.person_id!));
    return page(rows, limit, (row) => [row.at_key, row.id], (row) => ({
      id: row.id, at: row.at.toISOString(), person: cards.get(row.person_id!) ?? null, action: { code: row.action, words: words.action(row.action, language) },
    }));
  }

  private async reading(language: Language, personIds: string[]): Promise<Reading> {
    return { cards: await this.people.cards([...new Set(personIds)].filter(isId)), words: this.words, language };
  }
}

const valuesOf = ({ person, action, objectType, objectId, result, requestId, from, to }: AuditFilter): unknown[] =>
  [person || null, action, objectType || null, objectId || null, result ?? null, requestId || null, from ?? null, to ?? null];
