import type { TeamAsOf, TeamScope } from '@zhixing/insights/contract';
import type { PersonCard } from '@zhixing/people/contract';
import type { Language, Localized } from '@zhixing/platform/contract';
import type { PaperDocument } from '@zhixing/recognition/api';
import { say } from '../evidence-packs/evidence-texts.ts';
import { wordsOf } from '../evidence-packs/as-of.rules.ts';
import type { OverduePerson } from './report.queries.ts';
import { figureWords, type ReportFigure, reportFigures, shortened } from './report.rules.ts';
import { FIGURES, SCOPES, WORDS } from './report-texts.ts';

const INK = '#1B2330';
const SECONDARY = '#566074';

type Content = Record<string, unknown>;

/** What a report is made of: whose team, its figures now and a month ago, and the first of its overdue people, of whom there are `overduePeople`. */
export interface ReportFacts {
  manager: PersonCard;
  scope: TeamScope;
  people: number;
  now: TeamAsOf;
  before: TeamAsOf;
  overdue: OverduePerson[];
  overduePeople: number;
  at: Date;
  watermark: string;
}

const cell = (text: string, more: Content = {}): Content => ({ text, fontSize: 8, ...more });
const heading = (text: string): Content => ({ text, fontSize: 12, bold: true, margin: [0, 12, 0, 4] });
const table = (widths: (string | number)[], body: Content[][]): Content => ({ table: { headerRows: 1, widths, body }, layout: 'lightHorizontalLines' });

/** The report on one page: every row of people is one line, so their number and the figures fit. */
export function reportPaper(facts: ReportFacts, language: Language): PaperDocument {
  const { manager, scope, people, now, before, overdue, overduePeople, at, watermark } = facts;
  const t = (words: Localized): string => say(words, language);
  const head = (...names: [Localized, Content?][]): Content[] => names.map(([name, more]) => cell(t(name), { color: SECONDARY, ...more }));
  const more = overduePeople - overdue.length;
  const right = { alignment: 'right' };
  return {
    pageSize: 'A4',
    pageMargins: [48, 44, 48, 44],
    language,
    info: { title: `${t(WORDS.title)} ${manager.displayName}`, author: '知行', creator: '知行', producer: '知行', creationDate: at },
    defaultStyle: { font: 'Noto', fontSize: 10, color: INK, lineHeight: 1 },
    footer: { text: watermark, fontSize: 7.5, color: SECONDARY, margin: [48, 14, 48, 0] },
    content: [
      { text: t(WORDS.title), fontSize: 20, bold: true, margin: [0, 0, 0, 6] },
      { table: { widths: [96, '*'], body: factRows(t, [
        [WORDS.manager, `${manager.displayName} · ${manager.department.name}`],
        [WORDS.scope, `${t(SCOPES[scope])} · ${t({ zh: `${people} 人`, en: people === 1 ? '1 person' : `${people} people` })}`],
        [WORDS.asOf, wordsOf(at.toISOString())],
        [WORDS.compared, `${before.on} ${t(WORDS.compareDay)}`],
      ]) }, layout: 'noBorders' },
      heading(t(WORDS.figures)),
      table(['*', 56, 70, 90], [
        head([WORDS.figure], [WORDS.now, right], [WORDS.before, right], [WORDS.change, right]),
        ...reportFigures(now, before).map((figure) => figureRow(figure, language)),
      ]),
      cell(t(WORDS.note), { color: SECONDARY, fontSize: 7.5, margin: [0, 4, 0, 0] }),
      heading(`${t(WORDS.overdue)}${t({ zh: `（${overduePeople} 人）`, en: ` (${overduePeople})` })}`),
      ...(overdue.length === 0 ? [cell(t(WORDS.nobody))] : [table([64, 62, 88, 34, '*', 30], [
        head([WORDS.person], [WORDS.number], [WORDS.department], [WORDS.items, right], [WORDS.longest], [WORDS.days, right]),
        ...overdue.map((one) => [
          cell(shortened(one.display_name, 8), { noWrap: true }), cell(one.staff_number, { noWrap: true }), cell(shortened(one.department_name, 10), { noWrap: true }), cell(String(one.items), right),
          cell(shortened(one.title, 18), { noWrap: true }), cell(String(one.days), right),
        ]),
      ])]),
      ...(more > 0 ? [cell(t({ zh: `另有 ${more} 人，见团队页。`, en: `And ${more} more; see the team page.` }), { color: SECONDARY, margin: [0, 4, 0, 0] })] : []),
    ],
  };
}

const factRows = (t: (words: Localized) => string, facts: [Localized, string][]): Content[][] => facts.map(([name, value]) => [cell(t(name), { color: SECONDARY }), cell(value)]);

function figureRow({ key, unit, now, before }: ReportFigure, language: Language): Content[] {
  const { title, definition } = FIGURES[key];
  return [
    { stack: [cell(say(title, language), { bold: true }), cell(say(definition, language), { fontSize: 7.5, color: SECONDARY })] },
    cell(figureWords(unit, now), { alignment: 'right', bold: true, fontSize: 11 }),
    cell(figureWords(unit, before), { alignment: 'right' }),
    cell(say(changeWords(unit, now, before), language), { alignment: 'right' }),
  ];
}

/** How a figure changed, in words. */
function changeWords(unit: ReportFigure['unit'], now: number | null, before: number | null): Localized {
  if (now === null || before === null) return { zh: '—', en: '—' };
  const amount = Math.abs(now - before);
  if (amount === 0) return { zh: '持平', en: 'Unchanged' };
  if (unit === 'percent') return now > before ? { zh: `升 ${amount} 个百分点`, en: `Up ${amount} points` } : { zh: `降 ${amount} 个百分点`, en: `Down ${amount} points` };
  return now > before ? { zh: `多 ${amount} 项`, en: `${amount} more` } : { zh: `少 ${amount} 项`, en: `${amount} fewer` };
}
