import type { ResultField } from '@zhixing/plans/contract';
import { fill, type Language, type Localized } from '@zhixing/platform/contract';
import { COLUMNS } from './columns.rules.ts';

/** What can be wrong with a row; `{value}`s are filled in. */
const ROW_ERRORS = {
  missing: { zh: '不能为空。', en: 'must not be empty.' },
  too_long: { zh: '最多 {limit} 个字。', en: 'may have at most {limit} characters.' },
  not_a_day: { zh: '“{value}”不是日期，请写成 2026-03-05。', en: '“{value}” is no day. Write it as 2026-03-05.' },
  in_future: { zh: '“{value}”晚于今天。', en: '“{value}” is still to come.' },
  not_a_score: { zh: '“{value}”不是 0 至 100 的整数；没有成绩请留空。', en: '“{value}” is no whole number from 0 to 100. Leave it empty when there is no score.' },
  not_hours: { zh: '“{value}”不是 0 至 1000 的数字，最多两位小数。', en: '“{value}” is no number from 0 to 1000 with at most two decimals.' },
  formula: { zh: '以“{value}”开头的内容会被当作公式，请只填文字。', en: 'begins with “{value}” and would be taken for a formula. Enter plain text only.' },
  control_character: { zh: '含有不可见的控制字符。', en: 'holds an invisible control character.' },
  cell_count: { zh: '这一行有 {count} 列，表头有 {expected} 列。', en: 'The row has {count} columns, the heading {expected}.' },
  unknown_person: { zh: '没有工号为“{value}”的员工。', en: 'Nobody has the staff number “{value}”.' },
  outside_scope: { zh: '工号“{value}”不在您的管理范围内。', en: 'The staff number “{value}” is outside your departments.' },
  other_name: { zh: '工号“{number}”的姓名不是“{value}”。', en: 'The staff number “{number}” does not belong to “{value}”.' },
  unknown_course: { zh: '没有名为“{value}”的课程，请填写目录中的课程名称或编号。', en: 'No course is called “{value}”. Use its title or its short name in the catalogue.' },
  several_courses: { zh: '有 {count} 门课程名为“{value}”，请改填课程编号。', en: '{count} courses are called “{value}”. Use the short name instead.' },
  below_pass_mark: { zh: '成绩 {value} 低于及格线 {mark}，不能记为完成。', en: 'A score of {value} is below the pass mark of {mark} and completes nothing.' },
  other_score: { zh: '当天已有这门课程的完成记录，成绩为 {score}，与本行不同。', en: 'The course is recorded as completed that day with a score of {score}, which is another.' },
  twice: { zh: '与第 {line} 行是同一人、同一课程、同一天。', en: 'The same person, course and day stand in line {line}.' },
} as const satisfies Record<string, Localized>;

export type RowErrorCode = keyof typeof ROW_ERRORS;

/** What is wrong in which column of a row, as it is stored. */
export interface RowError {
  code: RowErrorCode;
  field: ResultField | null;
  values?: Record<string, string | number>;
}

/** The error as a sentence that names line and column. */
export function rowErrorSentence({ code, field, values = {} }: RowError, line: number, language: Language): string {
  const english = language === 'en';
  const what = fill(ROW_ERRORS[code][english ? 'en' : 'zh'], values);
  if (english) return `Line ${line}${field ? `, ${COLUMNS[field].en}` : ''}: ${what}`;
  return `第 ${line} 行${field ? `“${COLUMNS[field].zh}”` : ''}：${what}`;
}
