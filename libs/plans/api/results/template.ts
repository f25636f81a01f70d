import { ResultField } from '@zhixing/plans/contract';
import type { Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { COLUMNS } from './columns.rules.ts';

const EXAMPLE: Record<ResultField, string> = { staffNumber: 'SF0123', name: '林知夏', course: '大模型应用基础', completedOn: '2025-11-20', score: '88', hours: '6.5' };

/** An empty file with every column, and a row that shows what goes in. */
export function template(language: Language): Workbook {
  const title = language === 'en' ? 'Past results' : '历史成绩';
  const columns = ResultField.options.map((field) => ({ title: COLUMNS[field][language === 'en' ? 'en' : 'zh'], width: field === 'course' ? 36 : 16 }));
  return { name: title, sheets: [{ title, columns, rows: [ResultField.options.map((field) => EXAMPLE[field])] }] };
}
