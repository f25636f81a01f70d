import { describe, expect, test } from '@jest/globals';
import { HrField } from '@zhixing/people/contract';
import { COLUMNS, type FeedPerson, readHeading, readRow } from './columns.rules.ts';
import { rowErrorSentence } from '../bulk-changes/row-errors.ts';
import { compareDepartments, type DepartmentFacts, markRepeated, markUnknownLevels, markWrongManagers } from './whole-file.rules.ts';

const TITLES = HrField.options.map((field) => COLUMNS[field].zh);
const heading = readHeading(TITLES);
const columns = new Set(heading.keys());

const CELLS: Record<HrField, string> = { hrKey: 'H1', staffNumber: 'S1', name: '林知夏', departmentCode: 'RISK', departmentName: '', parentCode: '', position: '授信审查岗', jobLevel: 'L2', manager: '', mail: 's1@bank.example', from: '2026/3/5', state: '在职' };
const read = (o: Partial<Record<HrField, string>> = {}, line = 2) => readRow({ line, cells: HrField.options.map((field) => ({ ...CELLS, ...o })[field]) }, heading);
const codes = (o: Partial<Record<HrField, string>>) => read(o).errors.map(({ code, field }) => `${field} ${code}`);

describe('the heading', () => {
  test('is read in Chinese and English, whatever the case, spaces and order', () => {
    expect([...readHeading(['备注', '姓名', 'STAFF_NUMBER', 'department code', ' 岗位 ', 'E-Mail'])]).toEqual([['name', 1], ['staffNumber', 2], ['departmentCode', 3], ['position', 4], ['mail', 5]]);
    for (const language of ['zh', 'en'] as const) expect([...readHeading(HrField.options.map((field) => COLUMNS[field][language])).keys()]).toEqual(HrField.options);
  });

  test('without a column that must be there, or with one twice, is refused by name', () => {
    expect(() => readHeading(['工号', '姓名'])).toThrow(expect.objectContaining({ code: 'people.hr_import_columns_missing', values: { columns: '部门编码 Department code、岗位 Position' } }));
    expect(() => readHeading([...TITLES, 'Staff number'])).toThrow(expect.objectContaining({ code: 'people.hr_import_column_twice' }));
  });
});

describe('a row', () => {
  test('is read as HR means it', () => {
    expect(read()).toEqual({ line: 2, errors: [], person: { hrKey: 'H1', staffNumber: 'S1', name: '林知夏', departmentCode: 'RISK', departmentName: null, parentCode: null, position: '授信审查岗', jobLevel: 'L2', manager: null, mail: 's1@bank.example', from: '2026-03-05', state: 'active' } satisfies FeedPerson });
    for (const [text, from] of [['2026-03-05', '2026-03-05'], ['20260305', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['', null]] as const) expect(read({ from: text }).person.from).toBe(from);
    for (const [text, state] of [['休假', 'on_leave'], ['On leave', 'on_leave'], ['离职', 'left'], ['Terminated', 'left'], ['', 'active']] as const) expect(read({ state: text }).person.state).toBe(state);
  });

  test('everything wrong with it is said, each by its column', () => {
    expect(codes({ staffNumber: '', name: '', mail: 'x', from: '2026-02-30', state: '?' })).toEqual(['mail not_a_mail', 'staffNumber no_key', 'state not_a_state', 'name missing', 'from not_a_day']);
    expect(codes({ name: "=cmd|'/c calc'!A1" })).toEqual(['name formula']);
    expect(codes({ name: '林\u0000夏' })).toEqual(['name control_character']);
    expect(codes({ name: '长'.repeat(61), departmentCode: '../x', hrKey: '@SUM' })).toEqual(['hrKey formula', 'name too_long', 'departmentCode not_a_code']);
    expect(readRow({ line: 2, cells: [...HrField.options.map((field) => CELLS[field]), 'x'] }, heading).errors.map((one) => one.code)).toEqual(['cell_count']);
    expect(codes({ state: '离职', name: '', position: '', departmentCode: '' })).toEqual([]);
  });

  test('a sentence names line and column in both languages', () => {
    const [error] = read({ mail: 'x' }).errors;
    expect(rowErrorSentence(error!, 7, 'zh-CN')).toBe('第 7 行“邮箱”：“x”不是邮件地址。');
    expect(rowErrorSentence(error!, 7, 'en')).toBe('Line 7, Mail: “x” is no mail address.');
  });
});

const marks = (rows: ReturnType<typeof read>[]) => rows.map((row) => row.errors.map((one) => one.code));

describe('the whole file', () => {
  test('nobody stands in it twice', () => {
    const rows = [read(), read({ staffNumber: 'S2' }, 3), read({ hrKey: 'H3', mail: 'S1@BANK.example' }, 4)];
    expect([...markRepeated(rows)]).toHaveLength(1);
    expect(marks(rows)).toEqual([[], ['twice', 'twice'], ['twice', 'twice']]);
    expect(rows[1]!.errors[0]).toMatchObject({ field: 'hrKey', values: { line: 2 } });
  });

  test('levels must be known', () => {
    const rows = [read(), read({ jobLevel: 'L9' })];
    markUnknownLevels(rows, new Set(['L2']));
    expect(marks(rows)).toEqual([[], ['unknown_level']]);
  });

  const known = new Map<string, DepartmentFacts>([['HQ', { name: '总行', parent: null }], ['RISK', { name: '风险管理部', parent: 'HQ' }], ['CR', { name: '信贷', parent: 'RISK' }]]);
  const departments = (...rows: ReturnType<typeof read>[]) => ({ found: compareDepartments(rows, known, columns), marks: marks(rows) });
  const inside = (departmentCode: string, departmentName = '', parentCode = '', line = 2) => read({ departmentCode, departmentName, parentCode }, line);

  test('departments are made, renamed and moved, once, in the line that says so first', () => {
    expect(departments(inside('RISK'), inside('NEW', '新部门', 'RISK', 3), inside('NEW', '新部门', 'RISK', 4), inside('CR', '信贷风险', 'HQ', 5))).toEqual({
      marks: [[], [], [], []],
      found: [
        { code: 'NEW', name: '新部门', parent: 'RISK', line: 3, kind: 'new', changes: [{ field: 'departmentName', before: null, after: '新部门' }, { field: 'parentCode', before: null, after: 'RISK' }] },
        { code: 'CR', name: '信贷风险', parent: 'HQ', line: 5, kind: 'changed', changes: [{ field: 'departmentName', before: '信贷', after: '信贷风险' }, { field: 'parentCode', before: 'RISK', after: 'HQ' }] },
      ],
    });
  });

  test('unknown ones, contradictions, circles and a second top are refused', () => {
    expect(departments(inside('GONE')).marks).toEqual([['unknown_department']]);
    expect(departments(inside('NEW', '新', 'GONE')).marks).toEqual([['unknown_parent']]);
    expect(departments(inside('NEW', '新')).marks).toEqual([['unknown_department']]);
    expect(departments(inside('CR', '甲', 'HQ'), inside('CR', '乙', 'HQ', 3)).marks).toEqual([[], ['department_differs']]);
    expect(departments(inside('RISK', '', 'CR'), inside('CR')).marks).toEqual([['department_cycle'], ['department_cycle']]);
    expect(departments(inside('HQ', '', 'RISK')).found).toEqual([]);
  });

  test('managers work here and nobody is above themself', () => {
    const lines = new Map([['S8', null], ['S9', 'S8']]);
    const person = (staffNumber: string, manager: string, o: Partial<Record<HrField, string>> = {}) => read({ staffNumber, manager, ...o });
    const marked = (complete: boolean, ...rows: ReturnType<typeof read>[]) => ([...markWrongManagers(rows, lines, complete)].length && marks(rows));
    expect(marked(false, person('S1', 'S9'), person('S2', 'S1'), person('S3', 'GONE'))).toEqual([[], [], ['unknown_manager']]);
    expect(marked(true, person('S1', 'S9'))).toEqual([['unknown_manager']]);
    expect(marked(false, person('S1', 'S2'), person('S2', '', { state: '离职' }))).toEqual([['unknown_manager'], []]);
    expect(marked(false, person('S8', 'S1'), person('S1', 'S9'))).toEqual([['manager_cycle'], ['manager_cycle']]);
    expect(marked(false, person('S1', 'S1'))).toEqual([['manager_cycle']]);
  });
});
