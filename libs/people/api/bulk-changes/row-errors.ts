import type { HrField } from '@zhixing/people/contract';
import type { Language, Localized } from '@zhixing/platform/contract';
import { COLUMNS } from '../hr-imports/columns.rules.ts';

/** What can be wrong with a row; `{value}`s are filled in. */
const ROW_ERRORS = {
  missing: { zh: '不能为空。', en: 'must not be empty.' },
  no_key: { zh: '不能为空。无法确认这一行是谁，因此本次不会把任何人视为离职。', en: 'must not be empty. Nobody knows whom this row means, so nobody is taken for a leaver this time.' },
  too_long: { zh: '最多 {limit} 个字。', en: 'may have at most {limit} characters.' },
  not_a_code: { zh: '“{value}”只能由字母、数字、点、横线和下划线组成，最多 40 位。', en: '“{value}” must consist of letters, digits, dots, hyphens and underscores, 40 at most.' },
  not_a_mail: { zh: '“{value}”不是邮件地址。', en: '“{value}” is no mail address.' },
  not_a_day: { zh: '“{value}”不是日期，请写成 2026-03-05。', en: '“{value}” is no day. Write it as 2026-03-05.' },
  not_a_state: { zh: '“{value}”不是在职、休假或离职。', en: '“{value}” is none of active, on leave and left.' },
  formula: { zh: '以“{value}”开头的内容会被当作公式，请只填文字。', en: 'begins with “{value}” and would be taken for a formula. Enter plain text only.' },
  control_character: { zh: '含有不可见的控制字符。', en: 'holds an invisible control character.' },
  cell_count: { zh: '这一行有 {count} 列，表头有 {expected} 列。', en: 'The row has {count} columns, the heading {expected}.' },
  twice: { zh: '“{value}”已在第 {line} 行出现。', en: '“{value}” stands in line {line} already.' },
  staff_number_taken: { zh: '工号“{value}”属于另一位员工。', en: 'The staff number “{value}” belongs to somebody else.' },
  unknown_department: { zh: '没有编码为“{value}”的部门；新部门请填写名称和上级编码。', en: 'There is no department “{value}”. For a new one give its name and the code of the one above.' },
  unknown_parent: { zh: '没有编码为“{value}”的上级部门。', en: 'There is no department “{value}” above.' },
  department_differs: { zh: '部门“{value}”的名称或上级与第 {line} 行不同。', en: 'Name or parent of the department “{value}” differ from those in line {line}.' },
  department_cycle: { zh: '部门“{value}”会成为自己的上级。', en: 'The department “{value}” would stand above itself.' },
  unknown_level: { zh: '没有“{value}”这个职级。', en: 'There is no job level “{value}”.' },
  unknown_manager: { zh: '找不到工号为“{value}”的在职上级。', en: 'Nobody with the staff number “{value}” works here.' },
  not_begun: { zh: '{day} 时尚未入职。', en: 'Not hired yet on {day}.' },
  has_left: { zh: '{day} 时已离职。', en: 'Has left by {day}.' },
  no_place: { zh: '{day} 时没有部门或岗位。', en: 'Has no department or position on {day}.' },
  begins_then: { zh: '{day} 当天入职，离职须晚于这一天。', en: 'Is hired on {day}; the end must come later.' },
  leave_overlaps: { zh: '与已有的假期时间重叠。', en: 'Overlaps another leave.' },
  manages_itself: { zh: '不能由自己或自己的下属来管理。', en: 'Cannot be managed by themself or by somebody below.' },
  manager_cycle: { zh: '汇报关系形成循环，经过工号“{value}”。', en: 'The line of managers leads back to the same person, by way of “{value}”.' },
} as const satisfies Record<string, Localized>;

export type RowErrorCode = keyof typeof ROW_ERRORS;

/** What is wrong in which column of a row, as it is stored. */
export interface RowError {
  code: RowErrorCode;
  field: HrField | null;
  values?: Record<string, string | number>;
}

/** The error as a sentence that names line and column, where there are such. */
export function rowErrorSentence({ code, field, values = {} }: RowError, line: number | null, language: Language): string {
  const tongue = language === 'en' ? 'en' : 'zh';
  const what = ROW_ERRORS[code][tongue].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const where = [line === null ? '' : tongue === 'zh' ? `第 ${line} 行` : `Line ${line}`, field ? (tongue === 'zh' ? `“${COLUMNS[field].zh}”` : COLUMNS[field].en) : ''];
  const place = where.filter(Boolean);
  if (!place.length) return what;
  return tongue === 'zh' ? `${place.join('')}：${what}` : `${place.join(', ')}: ${what}`;
}
