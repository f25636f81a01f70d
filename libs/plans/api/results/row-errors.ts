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
  no_place: { zh: '工号“{value}”的员工还没有部门，请先登记其任职。', en: 'The person with the staff number “{value}” has never had a department. Give them one first.' },
  other_name: { zh: '工号“{number}”的姓名不是“{value}”。', en: 'The staff number “{number}” does not belong to “{value}”.' },
  unknown_course: { zh: '没有名为“{value}”的课程或资格认证，请填写目录中的课程名称、课程编号，或资格认证的名称。', en: 'No course or certification is called “{value}”. Use the title or short name of the course in the catalogue, or the title of the certification.' },
  several_courses: { zh: '有 {count} 门课程名为“{value}”，请改填课程编号。', en: '{count} courses are called “{value}”. Use the short name instead.' },
  ambiguous: { zh: '课程和资格认证中有 {count} 项名为“{value}”；课程请改填课程编号。', en: '{count} courses and certifications are called “{value}”. For a course, use its short name instead.' },
  below_pass_mark: { zh: '成绩 {value} 低于及格线 {mark}，不能记为完成。', en: 'A score of {value} is below the pass mark of {mark} and completes nothing.' },
  other_score: { zh: '当天已有这门课程的完成记录，成绩为 {score}，与本行不同。', en: 'The course is recorded as completed that day with a score of {score}, which is another.' },
  other_hours: { zh: '当天已有这门课程的完成记录，学时为 {hours}，与本行不同。', en: 'The course is recorded as completed that day with {hours} hours, which is another figure.' },
  not_recorded: { zh: '资格认证不记这一项，请留空。', en: 'is not recorded of a certification. Leave it empty.' },
  own_certification: { zh: '不能导入您本人的资格认证，请由其他管理员导入。', en: 'Nobody brings in their own certification. Ask another administrator.' },
  held: { zh: '{from} 至 {until} 已持有这项资格，与本行的有效期重叠；续期请填写新一期的起始日。', en: 'The certification was held from {from} to {until} already, which overlaps. For a renewal, give the first day of the new period.' },
  held_for_good: { zh: '自 {from} 起已长期持有这项资格，与本行的有效期重叠。', en: 'The certification has been held for good since {from}, which overlaps.' },
  overlaps_line: { zh: '与第 {line} 行的资格有效期重叠。', en: 'The period overlaps that of line {line}.' },
  twice: { zh: '与第 {line} 行是同一人、同一课程或资格、同一天。', en: 'The same person, course or certification, and day stand in line {line}.' },
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
