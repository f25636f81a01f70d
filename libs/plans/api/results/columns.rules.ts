import { dayOf, type Heading, headingOf, quoted, type TableColumn, type TableRow, unsafe } from '@zhixing/people/api';
import { ResultField } from '@zhixing/plans/contract';
import type { RowError } from './row-errors.ts';

/** The columns of a file of results. */
export const COLUMNS: Record<ResultField, TableColumn> = {
  staffNumber: { zh: '工号', en: 'Staff number', also: ['员工号', '员工编号', '行员号', 'employeeid'], required: true },
  name: { zh: '姓名', en: 'Name', also: ['员工姓名', 'displayname'] },
  course: { zh: '课程', en: 'Course', also: ['课程名称', '课程编号', '培训项目', '课程或资格', '资格认证', '资格', 'coursetitle', 'slug', 'certification'], required: true },
  completedOn: { zh: '完成日期', en: 'Completed on', also: ['日期', '培训日期', '结业日期', 'date', 'completed'], required: true },
  score: { zh: '成绩', en: 'Score', also: ['分数', '考试成绩'] },
  hours: { zh: '学时', en: 'Hours', also: ['学时（小时）', '培训学时', 'learninghours'] },
};

/** A row as its author means it; what is empty or wrong is null. */
export interface FileRow {
  line: number;
  staffNumber: string;
  name: string;
  course: string;
  completedOn: string | null;
  score: number | null;
  minutes: number | null;
  errors: RowError[];
}

export type ResultHeading = Heading<ResultField>;

/** @throws AppError people.hr_import_columns_missing, people.hr_import_column_twice */
export const readHeading = (cells: string[]): ResultHeading => headingOf(COLUMNS, cells);

const LONGEST = 200;
const SCORE = /^\d{1,3}$/;
const HOURS = /^\d{1,4}(\.\d{1,2})?$/;

/** Reads the cells of a row; everything that is wrong with them is said at once. @param today no result lies after it */
export function readRow({ line, cells }: TableRow, heading: ResultHeading, today: string): FileRow {
  const errors: RowError[] = [];
  const text = (field: ResultField): string => cells[heading.get(field) ?? -1]?.normalize('NFC').trim() ?? '';
  if (cells.slice(heading.width).some(Boolean)) errors.push({ code: 'cell_count', field: null, values: { count: cells.length, expected: heading.width } });
  for (const field of ResultField.options) errors.push(...wrongText(field, text(field)));
  const wrong = (code: RowError['code'], field: ResultField) => errors.push({ code, field, values: { value: quoted(text(field)) } });
  const completedOn = dayOf(text('completedOn')) ?? null;
  if (completedOn === null && text('completedOn')) wrong('not_a_day', 'completedOn');
  if (completedOn !== null && completedOn > today) wrong('in_future', 'completedOn');
  const score = numberIn(text('score'), SCORE, 100);
  if (score === undefined) wrong('not_a_score', 'score');
  const hours = numberIn(text('hours'), HOURS, 1000);
  if (hours === undefined) wrong('not_hours', 'hours');
  return { line, staffNumber: text('staffNumber').slice(0, 40), name: text('name').slice(0, 60), course: text('course').slice(0, LONGEST), completedOn, score: score ?? null, minutes: hours === undefined || hours === null ? null : Math.round(hours * 60), errors };
}

function* wrongText(field: ResultField, text: string): Generator<RowError> {
  if (text === '') {
    if (COLUMNS[field].required) yield { code: 'missing', field };
    return;
  }
  // a minus before a number is said by the column itself
  const wrong = field === 'score' || field === 'hours' ? null : unsafe(text);
  if (wrong) yield { ...wrong, field };
  else if (text.length > LONGEST) yield { code: 'too_long', field, values: { limit: LONGEST } };
}

/** @returns null when empty, undefined when it is no such number */
function numberIn(text: string, shape: RegExp, highest: number): number | null | undefined {
  if (!text) return null;
  const value = shape.test(text) ? Number(text) : Number.NaN;
  return value <= highest ? value : undefined;
}
