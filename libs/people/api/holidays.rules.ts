import type { Holiday, HolidayImport } from '@zhixing/people/contract';
import { LocalDate } from '@zhixing/platform/contract';
import type { TableRow } from './hr-imports/table.ts';

type Problem = HolidayImport['errors'][number];

/** What a kind may be called; 班 and 调休 are the weekend days worked instead. */
const KINDS: Record<Holiday['kind'], string[]> = { holiday: ['holiday', '放假', '休', '节假日', '假'], workday: ['workday', '上班', '班', '调休', '补班'] };
const LONGEST = 40;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A day as people write it: `2026-10-01`, `2026/10/1`, `2026年10月1日`. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return LocalDate.safeParse(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`).data;
}

const kindOf = (text: string): Holiday['kind'] | undefined => (Object.keys(KINDS) as Holiday['kind'][]).find((kind) => KINDS[kind].includes(text.toLowerCase()));

/** The rows of a calendar file: day, kind, name. A first row without a day is the heading. `line` counts as the file does. */
export function readCalendar(rows: TableRow[]): { days: Holiday[]; errors: Problem[] } {
  const days = new Map<string, Holiday>();
  const errors: Problem[] = [];
  for (const [at, { line, cells: [dayText = '', kindText = '', name = ''] }] of rows.entries()) {
    const [day, kind] = [dayOf(dayText), kindOf(kindText)];
    if (at === 0 && !day) continue;
    const problem = !day ? 'day' : days.has(day) ? 'twice' : !kind ? 'kind' : !name || name.length > LONGEST ? 'name' : undefined;
    if (problem) errors.push({ row: line, problem });
    else days.set(day!, { day: day!, kind: kind!, name });
  }
  return { days: [...days.values()], errors };
}
