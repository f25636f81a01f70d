import { HrField } from '@zhixing/people/contract';
import type { Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { COLUMNS } from './columns.rules.ts';

const EXAMPLE: Record<HrField, string> = {
  hrKey: 'HR000123', staffNumber: 'SF0123', name: '林知夏', departmentCode: 'RISK-CR', departmentName: '信贷风险团队', parentCode: 'RISK', position: '授信审查岗',
  jobLevel: 'L2', manager: 'SF0003', mail: 'sf0123@bank.example', from: '2026-03-05', state: '在职',
};

/** An empty file with every column, and a row that shows what goes in. */
export function template(language: Language): Workbook {
  const title = language === 'en' ? 'HR import' : '人事导入';
  const titles = HrField.options.map((field) => COLUMNS[field][language === 'en' ? 'en' : 'zh']);
  const example: Record<HrField, string> = language === 'en' ? { ...EXAMPLE, state: 'active' } : EXAMPLE;
  return { name: title, sheets: [{ title, columns: titles.map((column) => ({ title: column, width: 18 })), rows: [HrField.options.map((field) => example[field])] }] };
}
