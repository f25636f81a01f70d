import type { Language } from '@zhixing/platform/contract';
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { rewriteZip } from './write-zip.ts';

/** What a cell holds; `null` = empty. Percentages and counts are numbers, days and moments dates. */
export type CellValue = string | number | Date | null;

export interface WorkbookColumn {
  title: string;
  /** In characters. */
  width: number;
  /** How numbers and dates are shown; `yyyy-mm-dd` when absent. */
  format?: string;
}

export interface WorkbookSheet {
  /** At most 31 characters. */
  title: string;
  columns: WorkbookColumn[];
  rows: CellValue[][];
}

/** The tables of one file, in the language of whoever asked for them. */
export interface Workbook {
  /** Name of the file without extension. */
  name: string;
  /** A line above each table when it shows personal data: who took it out, and when. */
  watermark?: string;
  sheets: WorkbookSheet[];
  /** The same as JSON, for machines; the export is then a zip of both. */
  json?: unknown;
}

const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** The watermark of a file with personal data: who took it out, and when by Beijing time. */
export function takenOut({ displayName, staffNumber }: { displayName: string; staffNumber: string }, at: Date, language: Language): string {
  return language === 'en'
    ? `Exported by ${displayName} (staff number ${staffNumber}) at ${MINUTE.format(at)} Beijing time. Personal data: for work only.`
    : `${displayName}（工号 ${staffNumber}）于北京时间 ${MINUTE.format(at)} 导出。含个人信息，仅限工作使用。`;
}

/** A text that a spreadsheet would take for a formula, once it is copied or saved as CSV (CWE-1236). */
const FORMULA = /^[=+\-@\t\r\n]/;

/** What XML cannot carry. */
const UNWRITABLE = /[^\P{Cc}\t\r\n]|[\ufffe\uffff]/gu;

/** The text as a cell shows it and nothing computes it: control characters that XML cannot carry are left out. */
export function plainText(text: string): string {
  const writable = text.toWellFormed().replace(UNWRITABLE, '');
  return (FORMULA.test(writable) ? `'${writable}` : writable).slice(0, 32_767);
}

function cell(value: CellValue, format: string | undefined): Cell {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value, ...(format ? { format } : {}) };
  if (value instanceof Date) return { type: Date, value, format: format ?? 'yyyy-mm-dd' };
  return { type: String, value: plainText(value) };
}

function sheetData(sheet: WorkbookSheet, watermark: string | undefined): SheetData {
  return [
    ...(watermark ? [[{ type: String, value: plainText(watermark), textColor: '#595959' }]] : []),
    sheet.columns.map(({ title }) => ({ type: String, value: plainText(title), fontWeight: 'bold' as const, backgroundColor: '#eeeeee' })),
    ...sheet.rows.map((row) => row.map((value, at) => cell(value, sheet.columns[at]?.format))),
  ];
}

export const rowsOf = (workbook: Workbook): number => workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);

/** The workbook as an XLSX file: header row frozen, texts as texts, never a formula; the same tables are the same bytes. */
export async function writeWorkbook({ sheets, watermark }: Workbook): Promise<Buffer> {
  const written = await writeExcelFile(sheets.map((sheet) => ({
    sheet: sheet.title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    data: sheetData(sheet, watermark),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: watermark ? 2 : 1,
  }))).toBuffer();
  return rewriteZip(written);
}
