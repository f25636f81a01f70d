import type { Language, Localized } from '@zhixing/platform/contract';
import type { PaperDocument } from '@zhixing/recognition/api';
import { wordsOf } from './as-of.rules.ts';
import type { DecisionThen, Evidence, EvidenceOf } from './evidence-facts.service.ts';
import { completionOf, DEFINITIONS, dueWords, say, STATES, wordOf } from './evidence-texts.ts';

/** Decisions on the paper; all of them stand in the tables. */
const SHOWN = 20;
/** Characters of the audience rule on the paper. */
const LONGEST_RULE = 300;
const INK = '#1B2330';
const SECONDARY = '#566074';
const LINE = '#D5DBE6';

type Content = Record<string, unknown>;

const heading = (text: string): Content => ({ text, fontSize: 12, bold: true, margin: [0, 16, 0, 6] });
const cell = (text: string, more: Content = {}): Content => ({ text, fontSize: 9, lineHeight: 1.2, ...more });

/** The paper of a pack, to be signed: which assignment and rule, the figures, the first decisions, what the words mean. The tables hold everybody. */
export function evidenceSummary(of: EvidenceOf, { rule, preview, decisions, acts }: Evidence, xlsxSha256: string, language: Language): PaperDocument {
  const t = (words: Localized): string => say(words, language);
  const table = (widths: (string | number)[], rows: Content[][]): Content => ({ table: { headerRows: 1, widths, body: rows }, layout: 'lightHorizontalLines' });
  const head = (...names: Localized[]): Content[] => names.map((name) => cell(t(name), { color: SECONDARY }));
  const completion = completionOf(preview.states);
  const facts: [Localized, string][] = [
    [{ zh: '任务', en: 'Assignment' }, rule.title],
    [{ zh: '学习内容', en: 'Target' }, rule.target_title ?? '—'],
    [{ zh: '截至时点', en: 'As of' }, `${wordsOf(of.moment)} ${t({ zh: '（北京时间）', en: 'Beijing time' })}`],
    [{ zh: '周期', en: 'Cycle' }, of.cycle || t({ zh: '全部', en: 'All' })],
    [{ zh: '人员范围', en: 'People' }, t(of.scope ? { zh: '所辖机构', en: 'A branch' } : { zh: '全行', en: 'The whole bank' })],
    [{ zh: '要求', en: 'Why' }, String(rule.facts.reason ?? '')],
    [{ zh: '期限规则', en: 'Due rule' }, dueWords(rule.facts.due, language)],
    [{ zh: '适用规则', en: 'Audience rule' }, audienceWords(rule.facts.audience, language)],
    [{ zh: '规则自', en: 'Rule since' }, wordsOf(rule.since.toISOString())],
  ];
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 48],
    language,
    info: { title: `${t({ zh: '培训证据包', en: 'Evidence of training' })} ${rule.title}`, author: '知行', creator: '知行', producer: '知行', creationDate: new Date(of.moment) },
    defaultStyle: { font: 'Noto', fontSize: 10, color: INK, lineHeight: 1.2 },
    content: [
      { text: t({ zh: '培训证据包', en: 'Evidence of training' }), fontSize: 20, bold: true },
      { text: rule.title, fontSize: 12, color: SECONDARY, margin: [0, 2, 0, 10] },
      { table: { widths: [80, '*'], body: facts.map(([name, value]) => [cell(t(name), { color: SECONDARY }), cell(value)]) }, layout: 'noBorders' },
      heading(t({ zh: '结果', en: 'Figures' })),
      table(['*', 80], [
        head({ zh: '状态', en: 'State' }, { zh: '人次', en: 'Number' }),
        ...Object.entries(STATES).map(([state, words]) => [cell(t(words)), cell(String(preview.states[state as keyof typeof preview.states] ?? 0))]),
        [cell(t({ zh: '合计', en: 'All' }), { bold: true }), cell(String(preview.obligations), { bold: true })],
        [cell(t({ zh: '完成率', en: 'Completion' }), { bold: true }), cell(completion === null ? '—' : `${completion}%`, { bold: true })],
      ]),
      heading(t({ zh: `例外与审批（${decisions.length} 项）`, en: `Exceptions and approvals (${decisions.length})` })),
      ...(decisions.length ? [table(['auto', 'auto', '*', 'auto', 'auto'], [
        head({ zh: '类别', en: 'Kind' }, { zh: '工号', en: 'Staff number' }, { zh: '理由', en: 'Reason' }, { zh: '决定', en: 'Decision' }, { zh: '决定人', en: 'Approver' }),
        ...decisions.slice(0, SHOWN).map((one) => decisionRow(one, language)),
      ])] : [cell(t({ zh: '无', en: 'None' }))]),
      ...(decisions.length > SHOWN ? [cell(t({ zh: `其余 ${decisions.length - SHOWN} 项见 evidence.xlsx。`, en: `The other ${decisions.length - SHOWN} stand in evidence.xlsx.` }), { color: SECONDARY, margin: [0, 4, 0, 0] })] : []),
      cell(t({ zh: `操作记录 ${acts.length} 条，见 evidence.xlsx。`, en: `${acts.length} acts of the audit trail stand in evidence.xlsx.` }), { color: SECONDARY, margin: [0, 8, 0, 0] }),
      heading(t({ zh: '定义', en: 'Definitions' })),
      { ul: DEFINITIONS.map((one) => cell(t(one))) },
      heading(t({ zh: '核对', en: 'Verification' })),
      cell(`evidence.xlsx SHA-256 ${xlsxSha256}`),
      {
        columns: [{ zh: '编制', en: 'Prepared by' }, { zh: '复核', en: 'Checked by' }, { zh: '审计', en: 'Audited by' }].map((one) => ({
          stack: [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 140, y2: 0, lineWidth: 0.5, lineColor: LINE }] }, cell(t({ zh: `${one.zh}（签名、日期）`, en: `${one.en} (signature, date)` }), { color: SECONDARY, margin: [0, 4, 0, 0] })],
        })),
        columnGap: 16,
        margin: [0, 48, 0, 0],
        unbreakable: true,
      },
    ],
  };
}

/** The rule itself, as it was stored: sentences would name departments as they are called today. */
function audienceWords(audience: unknown, language: Language): string {
  const text = JSON.stringify(audience);
  return text.length <= LONGEST_RULE ? text : `${text.slice(0, LONGEST_RULE)}… ${say({ zh: '（完整规则见 manifest.json）', en: '(all of it in manifest.json)' }, language)}`;
}

const decisionRow = (one: DecisionThen, language: Language): Content[] => [
  cell(wordOf(one.kind, language)), cell(one.staff_number), cell(wordOf(one.reason, language)), cell(one.decision === null ? say({ zh: '待决定', en: 'Waiting' }, language) : wordOf(one.decision, language)), cell(one.decided_by ?? '—'),
];
