import { Inject, Injectable } from '@nestjs/common';
import type { Language, Localized } from '@zhixing/platform/contract';
import { first, type Reader, type Statement, statement, type Transaction } from './database.ts';

/** Something a room keeps about a person. The query takes the person's id as $1; of what it returns, `columns` are shown in their order. */
export interface PersonalTable {
  /** `courses.registrations`, the same in every language. */
  name: string;
  title: Localized;
  columns: Record<string, Localized>;
  query: Statement;
}

/** A room's share in what the law grants a person: a copy of their data, and what goes when they leave the bank. */
export interface PersonalDataSource {
  tables: PersonalTable[];
  /** Each takes the id of somebody who has left as $1, and is safe to repeat. What proves training stays. */
  leaver?: Statement[];
  /** Each takes the id of somebody who left longer ago than they may be named as $1, and is safe to repeat: what names them or is their own words goes, every row of evidence and every figure stays. */
  pseudonymise?: Statement[];
}

/** A kind of data, how long it is kept, and why so long. */
export interface RetentionRule {
  name: string;
  title: Localized;
  /** `{years}` = the setting LEAVER_RETENTION_YEARS. */
  period: Localized;
  why: Localized;
  /** Deletes at most 1,000 rows that are past their time, one row returned for each. Absent = nothing is deleted, or the hourly sweep does it. */
  purge?: Statement;
}

/** What a table says about one person; every value as JSON can carry it, moments in UTC. */
export interface GatheredTable {
  table: PersonalTable;
  rows: Record<string, string | number | boolean | null>[];
}

/** Injection tokens of all rooms' PersonalDataSources and RetentionRules. */
export const PERSONAL_DATA = Symbol('PersonalDataSources');
export const RETENTION = Symbol('RetentionRules');

/** All rooms' personal data. */
@Injectable()
export class PersonalData {
  constructor(
    @Inject(PERSONAL_DATA) private readonly sources: PersonalDataSource[],
    @Inject(RETENTION) readonly retention: RetentionRule[],
  ) {}

  get tables(): PersonalTable[] {
    return this.sources.flatMap((source) => source.tables);
  }

  /** How many rows each table has. */
  async count(reader: Reader, personId: string): Promise<{ table: PersonalTable; rows: number }[]> {
    const counted: { table: PersonalTable; rows: number }[] = [];
    for (const table of this.tables) {
      const row = await first<{ rows: number }>(reader, statement(`${table.query.name}_count`, `select count(*)::int as rows from (${table.query.text}) as counted`), [personId]);
      counted.push({ table, rows: row!.rows });
    }
    return counted;
  }

  /** What all rooms keep about a person, room by room. */
  async gather(reader: Reader, personId: string): Promise<GatheredTable[]> {
    const gathered: GatheredTable[] = [];
    for (const table of this.tables) {
      const rows = await reader.rows<Record<string, unknown>>(table.query, [personId]);
      gathered.push({ table, rows: rows.map((row) => Object.fromEntries(Object.keys(table.columns).map((key) => [key, plain(row[key])]))) });
    }
    return gathered;
  }

  /** How a table is called; what no room keeps (any more), by its name. */
  titleOf(name: string, language: Language): string {
    const title = this.tables.find((table) => table.name === name)?.title;
    return (language === 'en' ? title?.en : title?.zh) ?? name;
  }

  /** Lets every room give up what may not be kept of somebody who has left. */
  async leave(tx: Transaction, personId: string): Promise<void> {
    for (const step of this.sources.flatMap((source) => source.leaver ?? [])) await tx.rows(step, [personId]);
  }

  /** Lets every room forget who somebody was who left long ago. */
  async pseudonymise(tx: Transaction, personId: string): Promise<void> {
    for (const step of this.sources.flatMap((source) => source.pseudonymise ?? [])) await tx.rows(step, [personId]);
  }
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
