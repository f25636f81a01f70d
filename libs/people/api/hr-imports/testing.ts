import type { HrField } from '@zhixing/people/contract';
import writeExcelFile from 'write-excel-file/node';
import { COLUMNS } from './columns.rules.ts';

/** A row of a file as a test writes it. */
export type Person = Record<HrField, string>;

const FIELDS = Object.keys(COLUMNS) as HrField[];

/** A CSV file with every column. */
export const csv = (people: Person[], separator = ','): Buffer =>
  Buffer.from([FIELDS.map((field) => COLUMNS[field].zh), ...people.map((person) => FIELDS.map((field) => person[field]))].map((cells) => cells.join(separator)).join('\n'));

/** The same as a workbook. */
export const xlsx = (people: Person[]): Promise<Buffer> =>
  writeExcelFile([{ sheet: 'HR', data: [FIELDS.map((field) => COLUMNS[field].zh), ...people.map((person) => FIELDS.map((field) => person[field]))].map((cells) => cells.map((value) => ({ type: String, value }))) }]).toBuffer();
