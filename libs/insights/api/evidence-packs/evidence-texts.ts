import type { Language, Localized } from '@zhixing/platform/contract';
import { DueRule } from '@zhixing/plans/contract';

/** The words of a pack, in the language of whoever makes it. */
export const say = ({ zh, en }: Localized, language: Language): string => (language === 'en' ? en : zh);

export const STATES: Record<string, Localized> = {
  completed: { zh: '按时完成', en: 'Completed' },
  completed_late: { zh: '逾期完成', en: 'Completed late' },
  open: { zh: '未完成（未到期）', en: 'Open, not yet due' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  paused: { zh: '暂停（休假）', en: 'Paused (leave)' },
  waived: { zh: '已免修', en: 'Waived' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** Codes of the plans room as words; one that is missing is shown as it is. */
export const CODES: Record<string, Localized> = {
  ...STATES,
  rule: { zh: '规则', en: 'Rule' },
  manager: { zh: '上级指派', en: 'Manager' },
  nomination: { zh: '提名', en: 'Nomination' },
  exception: { zh: '例外', en: 'Exception' },
  waiver: { zh: '免修', en: 'Waiver' },
  extension: { zh: '延期', en: 'Extension' },
  approved: { zh: '已批准', en: 'Approved' },
  declined: { zh: '未批准', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  assigned: { zh: '予以指派', en: 'Assigned' },
  skipped: { zh: '不予指派', en: 'Not assigned' },
  obsolete: { zh: '已不适用', en: 'No longer applies' },
  impossible_deadline: { zh: '期限不足', en: 'Impossible deadline' },
  already_completed: { zh: '此前已完成', en: 'Completed before' },
  duplicate: { zh: '与其他任务重复', en: 'Duplicate' },
  unknown_date: { zh: '截止日期未知', en: 'Unknown date' },
  earlier: { zh: '此前已完成', en: 'Completed before' },
  completion: { zh: '完成学习', en: 'Completion' },
  leave: { zh: '休假顺延', en: 'Leave' },
  unmatched: { zh: '不再符合规则', en: 'No longer matches' },
  ended: { zh: '任务结束', en: 'Assignment ended' },
  done: { zh: '成功', en: 'Done' },
  refused: { zh: '被拒绝', en: 'Refused' },
};

export const wordOf = (code: string, language: Language): string => (CODES[code] ? say(CODES[code], language) : code);

/** What every figure and column of a pack means. */
export const DEFINITIONS: Localized[] = [
  { zh: '截至时点：包内只采用当时已记录的事实。之后的完成、免修、撤销、调动、更名和规则变更不影响本证据包。', en: 'As-of moment: the pack holds only facts on record by then. Later completions, waivers, revocations, transfers, renamings and changes of the rule do not alter it.' },
  { zh: '按时完成：完成时间不晚于截止日当天 24 时（北京时间）；逾期完成：晚于该时刻。', en: 'Completed: by the end of the due day in Beijing. Completed late: after it.' },
  { zh: '已逾期：必修，截止日已过，未完成，未免修，到期时不在休假中。', en: 'Overdue: mandatory, past its due day, not completed, not waived, and its person was not on leave when it fell due.' },
  { zh: '暂停：截至当日正在休假，且休假开始于截止日或之前。', en: 'Paused: on leave on that day, since a day no later than the due day.' },
  { zh: '已免修：免修已批准、未撤销、未过期。免修不计为完成。', en: 'Waived: a waiver was approved, not revoked and not expired. It never counts as completed.' },
  { zh: '完成率 = （按时完成 + 逾期完成） ÷ （全部 − 已取消 − 已免修），向下取整。', en: 'Completion = (completed + completed late) / (all − cancelled − waived), rounded down.' },
  { zh: '部门、岗位、直属上级为截至当日的归属；姓名、工号、岗位名称及组织归属以该时点的证据包首次生成时所知为准，其后保持不变。', en: 'Department, position and line manager are those of that day. Names, staff numbers, titles of positions and the organisation are as known when a pack of this moment was first made, and stay so.' },
  { zh: '课程版本与成绩取自完成记录；开始时间为本人首次学习该内容的时间。', en: 'Version and score are those of the completion record; started = when the person first opened the content.' },
  { zh: '所有时间均为北京时间。', en: 'All times are Beijing time.' },
];

/** Share of people who completed, in whole percent; null when nobody had to. */
export function completionOf(states: Partial<Record<string, number>>): number | null {
  const of = (state: string): number => states[state] ?? 0;
  const all = Object.values(states).reduce<number>((sum, number) => sum + (number ?? 0), 0) - of('cancelled') - of('waived');
  return all === 0 ? null : Math.floor((100 * (of('completed') + of('completed_late'))) / all);
}

const UNITS = { day: { zh: '天', en: 'days' }, month: { zh: '个月', en: 'months' } };

/** A due rule as a sentence. */
export function dueWords(rule: unknown, language: Language): string {
  const due = DueRule.parse(rule);
  switch (due.kind) {
    case 'fixed': return say({ zh: `${due.on} 前完成`, en: `By ${due.on}` }, language);
    case 'yearly': return say({ zh: `每年 ${due.month} 月 ${due.day} 日前完成，提前 ${due.opensDaysBefore} 天开始`, en: `Every year by month ${due.month}, day ${due.day}; opens ${due.opensDaysBefore} days before` }, language);
    case 'after': {
      const from = due.from === 'hire' ? { zh: '入职', en: 'being hired' } : { zh: '指派', en: 'being assigned' };
      const unit = UNITS[due.unit];
      return say({ zh: `${from.zh}后 ${due.amount} ${unit.zh}内完成`, en: `Within ${due.amount} ${unit.en} of ${from.en}` }, language);
    }
  }
}
