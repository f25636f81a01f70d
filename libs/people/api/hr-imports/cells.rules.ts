import { AppError } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { z } from 'zod';

/** A column by its titles in both languages and what other systems call it; all are accepted, whatever their case, spaces and underscores. */
export type TableColumn = Localized & { also: string[]; required?: true };

/** Which cell of a row holds what. */
export type Heading<F extends string> = ReadonlyMap<F, number> & { width: number };

/** As titles and words are compared: without case, spaces, underscores, dots and brackets. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s_\-.（）()]/g, '');

/** @throws AppError people.hr_import_columns_missing, people.hr_import_column_twice */
export function headingOf<F extends string>(columns: Record<F, TableColumn>, cells: string[]): Heading<F> {
  const fields = Object.keys(columns) as F[];
  const fieldOf = new Map(fields.flatMap((field) => [columns[field].zh, columns[field].en, ...columns[field].also].map((title) => [folded(title), field] as const)));
  const heading = new Map<F, number>();
  for (const [at, title] of cells.entries()) {
    const field = fieldOf.get(folded(title));
    if (!field) continue;
    if (heading.has(field)) throw new AppError('people.hr_import_column_twice', { column: title.slice(0, 60) });
    heading.set(field, at);
  }
  const missing = fields.filter((field) => columns[field].required && !heading.has(field));
  if (missing.length) throw new AppError('people.hr_import_columns_missing', { columns: missing.map((field) => `${columns[field].zh} ${columns[field].en}`).join('、') });
  return Object.assign(heading, { width: cells.length });
}

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** The day a cell writes: `2026-03-05`, `2026/3/5`, `2026年3月5日`, `20260305`. @returns null when empty, undefined when it is no day */
export function dayOf(text: string): string | null | undefined {
  if (!text) return null;
  const [, year, month, day, month2, day2] = DAY.exec(text) ?? [];
  const iso = year && `${year}-${(month ?? month2)!.padStart(2, '0')}-${(day ?? day2)!.padStart(2, '0')}`;
  return iso && z.iso.date().safeParse(iso).success && iso >= '1950-01-01' && iso < '2200-01-01' ? iso : undefined;
}

/** What no cell may hold: characters nobody sees, or what a spreadsheet would compute. */
export function unsafe(text: string): { code: 'control_character' } | { code: 'formula'; values: { value: string } } | null {
  if (/\p{Cc}/u.test(text)) return { code: 'control_character' };
  return /^[=+@-]/.test(text) ? { code: 'formula', values: { value: text[0]! } } : null;
}

/** A cell as a sentence quotes it. */
export const quoted = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 40);
