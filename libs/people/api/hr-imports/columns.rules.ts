import { HrField } from '@zhixing/people/contract';
import { z } from 'zod';
import type { RowError } from '../bulk-changes/row-errors.ts';
import { dayOf, folded, type Heading as HeadingOf, headingOf, quoted, type TableColumn, unsafe } from './cells.rules.ts';
import type { TableRow } from './table.ts';

/** The columns of an HR file. */
export const COLUMNS: Record<HrField, TableColumn> = {
  hrKey: { zh: '人力系统编号', en: 'HR key', also: ['人员编号', '人员id', 'hrid', 'personid'] },
  staffNumber: { zh: '工号', en: 'Staff number', also: ['员工号', '员工编号', '行员号', 'employeenumber', 'employeeid'], required: true },
  name: { zh: '姓名', en: 'Name', also: ['员工姓名', 'displayname', 'fullname'], required: true },
  departmentCode: { zh: '部门编码', en: 'Department code', also: ['部门代码', '机构编码', '机构号', 'department'], required: true },
  departmentName: { zh: '部门名称', en: 'Department name', also: ['部门', '机构名称'] },
  parentCode: { zh: '上级部门编码', en: 'Parent department code', also: ['上级部门代码', '上级机构号', 'parentcode', 'departmentparent', 'parentdepartment'] },
  position: { zh: '岗位', en: 'Position', also: ['岗位名称', '职位', 'jobtitle'], required: true },
  jobLevel: { zh: '职级', en: 'Job level', also: ['职等', 'level', 'grade'] },
  manager: { zh: '直属上级工号', en: 'Manager staff number', also: ['上级工号', '直接上级工号', 'manager', 'managerid'] },
  mail: { zh: '邮箱', en: 'Mail', also: ['电子邮箱', '邮件', 'email'] },
  from: { zh: '生效日期', en: 'Valid from', also: ['起始日期', 'effectivedate', 'from'] },
  state: { zh: '状态', en: 'State', also: ['人员状态', '在职状态', 'status'] },
};

export type PersonState = 'active' | 'on_leave' | 'left';

const STATES: Record<PersonState, string[]> = {
  active: ['', '在职', '在岗', 'active', 'employed'],
  on_leave: ['休假', '长假', '离岗', 'onleave', 'leave'],
  left: ['离职', '退休', 'left', 'terminated', 'resigned', 'retired'],
};

/** A row as HR means it. Empty cells and columns the file does not have are null. */
export interface FeedPerson {
  hrKey: string | null;
  staffNumber: string;
  name: string;
  departmentCode: string;
  departmentName: string | null;
  parentCode: string | null;
  position: string;
  jobLevel: string | null;
  manager: string | null;
  mail: string | null;
  from: string | null;
  state: PersonState;
}

export interface FeedRow {
  line: number;
  person: FeedPerson;
  errors: RowError[];
}

export type Heading = HeadingOf<HrField>;

/** @throws AppError people.hr_import_columns_missing, people.hr_import_column_twice */
export const readHeading = (cells: string[]): Heading => headingOf(COLUMNS, cells);

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const CODES: HrField[] = ['hrKey', 'staffNumber', 'departmentCode', 'parentCode', 'manager'];
const NEEDED: HrField[] = ['name', 'departmentCode', 'position'];
const LONGEST = 60;
const Mail = z.email().max(200);

/** Reads the cells of a row; everything that is wrong with them is said at once. */
export function readRow({ line, cells }: TableRow, heading: Heading): FeedRow {
  const errors: RowError[] = [];
  const text = (field: HrField): string => cells[heading.get(field) ?? -1]?.normalize('NFC').trim() ?? '';
  if (cells.length > heading.width && cells.slice(heading.width).some(Boolean)) errors.push({ code: 'cell_count', field: null, values: { count: cells.length, expected: heading.width } });
  for (const field of HrField.options) errors.push(...wrongText(field, text(field)));
  if (!text('staffNumber')) errors.push({ code: 'no_key', field: 'staffNumber' });
  const state = stateOf(text('state'));
  if (!state) errors.push({ code: 'not_a_state', field: 'state', values: { value: quoted(text('state')) } });
  if (state !== 'left') for (const field of NEEDED) if (!text(field)) errors.push({ code: 'missing', field });
  const from = dayOf(text('from'));
  if (from === undefined) errors.push({ code: 'not_a_day', field: 'from', values: { value: quoted(text('from')) } });
  const [hrKey, departmentName, parentCode, jobLevel, manager, mail] = (['hrKey', 'departmentName', 'parentCode', 'jobLevel', 'manager', 'mail'] as const).map((field) => text(field) || null);
  const person = { staffNumber: text('staffNumber'), name: text('name'), departmentCode: text('departmentCode'), position: text('position'), hrKey, departmentName, parentCode, jobLevel, manager, mail, from: from ?? null, state: state ?? 'active' };
  return { line, person: person as FeedPerson, errors };
}

function* wrongText(field: HrField, text: string): Generator<RowError> {
  if (text === '') return;
  const wrong = unsafe(text);
  if (wrong) yield { ...wrong, field };
  else if (CODES.includes(field)) {
    if (!CODE.test(text)) yield { code: 'not_a_code', field, values: { value: quoted(text) } };
  } else if (field === 'mail') {
    if (!Mail.safeParse(text).success) yield { code: 'not_a_mail', field, values: { value: quoted(text) } };
  } else if (text.length > LONGEST) yield { code: 'too_long', field, values: { limit: LONGEST } };
}

const stateOf = (text: string): PersonState | undefined => (Object.keys(STATES) as PersonState[]).find((state) => STATES[state].includes(folded(text)));
