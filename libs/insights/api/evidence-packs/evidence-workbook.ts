import type { ActVocabulary, CellValue, Workbook, WorkbookSheet } from '@zhixing/platform/api';
import type { Language, Localized } from '@zhixing/platform/contract';
import { wordsOf } from './as-of.rules.ts';
import type { Evidence, EvidenceOf } from './evidence-facts.service.ts';
import { completionOf, DEFINITIONS, say, STATES, wordOf } from './evidence-texts.ts';

type Column = [Localized, number];
const NUMBER: Column = [{ zh: '工号', en: 'Staff number' }, 14];
const NAME: Column = [{ zh: '姓名', en: 'Name' }, 12];
const CYCLE: Column = [{ zh: '周期', en: 'Cycle' }, 8];
const STATE: Column = [{ zh: '状态', en: 'State' }, 18];
const DUE: Column = [{ zh: '截止日期', en: 'Due' }, 12];
const REASON: Column = [{ zh: '理由', en: 'Reason' }, 36];
const AT: Column = [{ zh: '时间', en: 'Time' }, 20];

/** How moments are written: a text, so that no spreadsheet moves them to another zone. */
const at = (moment: Date | null): string | null => moment && wordsOf(moment.toISOString());

/** The tables of a pack: its rule and figures, the people, decisions, changes, the trail and the definitions. */
export function evidenceWorkbook(of: EvidenceOf, { rule, preview, owed, decisions, changes, acts }: Evidence, acting: ActVocabulary, language: Language): Workbook {
  const word = (code: string | null): string | null => code && wordOf(code, language);
  const sheet = (title: Localized, columns: Column[], rows: CellValue[][]): WorkbookSheet => ({ title: say(title, language), columns: columns.map(([name, width]) => ({ title: say(name, language), width })), rows });
  const yes = (value: boolean): string => say(value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }, language);
  const completion = completionOf(preview.states);
  const facts: [Localized, CellValue][] = [
    [{ zh: '任务', en: 'Assignment' }, rule.title],
    [{ zh: '任务编号', en: 'Assignment id' }, of.assignmentId],
    [{ zh: '学习内容', en: 'Target' }, rule.target_title],
    [{ zh: '截至时点（北京时间）', en: 'As of (Beijing time)' }, wordsOf(of.moment)],
    [{ zh: '周期', en: 'Cycles' }, rule.cycles.map((one) => [one.cycle, one.dueOn].filter(Boolean).join(' ')).join('; ')],
    [{ zh: '人员范围', en: 'People' }, say(of.scope ? { zh: '所辖机构', en: 'A branch' } : { zh: '全行', en: 'The whole bank' }, language)],
    [{ zh: '当时规则自', en: 'Rule since' }, at(rule.since)],
    [{ zh: '应完成人次', en: 'Obligations' }, preview.obligations],
    ...Object.entries(STATES).map(([state, words]): [Localized, CellValue] => [words, preview.states[state as keyof typeof preview.states] ?? 0]),
    [{ zh: '完成率', en: 'Completion' }, completion === null ? null : `${completion}%`],
    ...Object.entries(rule.facts).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]): [Localized, CellValue] => [{ zh: `规则 ${name}`, en: `Rule ${name}` }, value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)]),
  ];
  return {
    name: 'evidence',
    sheets: [
      sheet({ zh: '概要与规则', en: 'Summary and rule' }, [[{ zh: '项目', en: 'Item' }, 28], [{ zh: '内容', en: 'Value' }, 80]], facts.map(([name, value]) => [say(name, language), value])),
      sheet(
        { zh: '人员', en: 'People' },
        [
          NUMBER, NAME, [{ zh: '部门', en: 'Department' }, 24], [{ zh: '岗位', en: 'Position' }, 18], [{ zh: '直属上级工号', en: 'Manager number' }, 14], [{ zh: '直属上级', en: 'Manager' }, 12], CYCLE,
          [{ zh: '来源', en: 'Source' }, 12], [{ zh: '指派理由', en: 'Why assigned' }, 36], STATE, [{ zh: '必修', en: 'Mandatory' }, 8], [{ zh: '指派日期', en: 'Assigned' }, 12], DUE,
          [{ zh: '开始时间', en: 'Started' }, 20], [{ zh: '完成时间', en: 'Completed' }, 20], [{ zh: '成绩', en: 'Score' }, 8], [{ zh: '课程版本', en: 'Course version' }, 10], [{ zh: '版本名称', en: 'Title of the version' }, 30],
        ],
        owed.map((o) => [
          o.staff_number, o.name, o.department, o.position, o.manager_number, o.manager, o.cycle || null, word(o.source), o.reason, word(o.state), yes(o.mandatory), o.assigned_on, o.due_on, at(o.started_at), at(o.completed_at), o.score, o.version, o.version_title,
        ]),
      ),
      sheet(
        { zh: '例外与审批', en: 'Exceptions and approvals' },
        [
          [{ zh: '类别', en: 'Kind' }, 10], NUMBER, NAME, CYCLE, [{ zh: '提出时间', en: 'Asked' }, 20], [{ zh: '提出人工号', en: 'Asked by (number)' }, 14], [{ zh: '提出人', en: 'Asked by' }, 12], REASON, [{ zh: '决定', en: 'Decision' }, 12],
          [{ zh: '决定人工号', en: 'Approver number' }, 14], [{ zh: '决定人', en: 'Approver' }, 12], [{ zh: '决定时间', en: 'Decided' }, 20], [{ zh: '说明', en: 'Note' }, 30], [{ zh: '至', en: 'Until' }, 12],
        ],
        decisions.map((d) => [word(d.kind), d.staff_number, d.name, d.cycle || null, at(d.asked_at), d.asked_number, d.asked_by, word(d.reason), word(d.decision), d.decided_number, d.decided_by, at(d.decided_at), d.note, d.until]),
      ),
      sheet(
        { zh: '状态与期限变更', en: 'Changes' },
        [AT, NUMBER, NAME, CYCLE, STATE, DUE, [{ zh: '缘由', en: 'Cause' }, 14], [{ zh: '操作人工号', en: 'By (number)' }, 14], [{ zh: '操作人', en: 'By' }, 12], REASON],
        changes.map((c) => [at(c.at), c.staff_number, c.name, c.cycle || null, word(c.state), c.due_on, word(c.cause), c.by_number, c.by, c.reason]),
      ),
      sheet(
        { zh: '操作记录', en: 'Audit trail' },
        [AT, [{ zh: '操作人工号', en: 'By (number)' }, 14], [{ zh: '操作人', en: 'By' }, 12], [{ zh: '操作', en: 'Act' }, 20], [{ zh: '对象', en: 'Object' }, 14], [{ zh: '对象编号', en: 'Object id' }, 38], [{ zh: '结果', en: 'Result' }, 8], [{ zh: '事实', en: 'Facts' }, 60], [{ zh: '记录编号', en: 'Entry' }, 38]],
        acts.map((a) => [wordsOf(a.at), a.number, a.name, acting.action(a.action, language), acting.object(a.objectType, language), a.objectId, word(a.result), a.facts, a.id]),
      ),
      sheet({ zh: '定义', en: 'Definitions' }, [[{ zh: '定义', en: 'Definition' }, 120]], DEFINITIONS.map((one) => [say(one, language)])),
    ],
  };
}
