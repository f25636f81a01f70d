import { Injectable } from '@nestjs/common';
import { reasonDays, reasonWords, stateWord } from '@zhixing/courses/api';
import type { ActionRow, Team, TeamExport as Parameters, TeamRow, TeamScope } from '@zhixing/insights/contract';
import { PeopleService } from '@zhixing/people/api';
import type { PersonCard } from '@zhixing/people/contract';
import { type Actor, type CellValue, Clock, Database, everyPage, type ExportSource, type Progress, takenOut, type Workbook, type WorkbookSheet } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { dayOf } from './days.rules.ts';
import { minutesOf } from './minutes.rules.ts';
import { MONTH_SECONDS } from './team.queries.ts';
import { TeamService } from './team.service.ts';

/** Rows read at once. */
const BATCH = 100;

const some = (days: number): string => `${days} day${days === 1 ? '' : 's'}`;

const TEXTS = {
  'zh-CN': {
    name: { direct: '团队（直接下级）', line: '团队（全部下级）' },
    team: '团队', attention: '需要处理',
    person: '姓名', number: '工号', department: '部门', position: '岗位', overdue: '逾期（项）', needing: '需要关注（项）', minutes: '本月学习时长（分钟）',
    state: (course: string) => `${course} 状态`, percent: (course: string) => `${course} 进度`, due: (course: string) => `${course} 截止日期`, none: '未登记',
    item: '事项', progress: '进度', why: '原因', days: '天数', dueOn: '截止日期', reminded: '上次提醒',
    summary: '指标与口径', figure: '指标', value: '数值', definition: '口径', asOf: '截止日期（北京时间）', range: '范围', scope: { direct: '直接下级', line: '全部下级' }, asOfWhy: '按当天的汇报关系和任务状态',
    rangeWhy: '查找只影响名单，不影响指标', compliant: '必修合规率', compliantWhy: '没有逾期必修的人数 ÷ 有必修任务的人数', owing: '有必修任务的人数', owingWhy: '至少有一项计入的必修任务',
    overdueWhy: '已过截止日期、尚未完成的必修任务', excused: '不计的必修任务（项）', excusedWhy: '已免修，或本人休假',
    late: (days: number) => `必修已逾期 ${days} 天`, left: (days: number) => (days === 0 ? '必修今天截止' : `必修还剩 ${days} 天`),
  },
  en: {
    name: { direct: 'Team (direct reports)', line: 'Team (whole line)' },
    team: 'Team', attention: 'Needs action',
    person: 'Name', number: 'Staff number', department: 'Department', position: 'Position', overdue: 'Overdue items', needing: 'Need attention', minutes: 'Minutes this month',
    state: (course: string) => `${course} state`, percent: (course: string) => `${course} progress`, due: (course: string) => `${course} due`, none: 'Not registered',
    item: 'Item', progress: 'Progress', why: 'Why', days: 'Days', dueOn: 'Due on', reminded: 'Last reminded',
    summary: 'Figures and definitions', figure: 'Figure', value: 'Value', definition: 'Definition', asOf: 'As of (Beijing time)', range: 'Scope', scope: { direct: 'Direct reports', line: 'Whole line' }, asOfWhy: 'Reporting lines and assignments of that day',
    rangeWhy: 'A search narrows the lists, never the figures', compliant: 'Compliant', compliantWhy: 'People with no mandatory item past due ÷ people with at least one', owing: 'People with mandatory items', owingWhy: 'At least one mandatory item that counts',
    overdueWhy: 'Mandatory items past their due date and not completed', excused: 'Items that do not count', excusedWhy: 'Waived, or the person is on leave',
    late: (days: number) => `Mandatory, ${some(days)} overdue`, left: (days: number) => (days === 0 ? 'Mandatory, due today' : `Mandatory, ${some(days)} left`),
  },
} satisfies Record<Language, object>;

type Member = TeamRow & { minutes: number };

/** The export `team`: the team page of today as tables. A search narrows both of them to the people it finds. */
@Injectable()
export class TeamExport implements ExportSource<Parameters> {
  constructor(
    private readonly database: Database,
    private readonly teams: TeamService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { scope, q }: Parameters, progress: Progress): Promise<Workbook> {
    const members: Member[] = [];
    let first: Team | undefined; // decides the columns and the figures
    let total: number | null = null;
    for await (const team of everyPage((cursor) => this.teams.team(actor, { scope, q, limit: BATCH, cursor }))) {
      first ??= team;
      members.push(...(await this.withMinutes(team.items)));
      total = q ? null : team.people[scope];
      await progress(members.length, total);
    }
    const found = new Set(members.map((member) => member.person.id));
    const needing: ActionRow[] = [];
    for await (const { items } of everyPage((cursor) => this.teams.attention(actor, { scope, limit: BATCH, cursor }))) {
      needing.push(...items.filter((row) => found.has(row.person.id)));
      await progress(members.length + needing.length, null);
    }
    const { language } = actor;
    const now = await this.clock.now();
    return {
      name: TEXTS[language].name[scope],
      watermark: takenOut(await this.people.card(actor.personId), now, language),
      sheets: [teamSheet(members, first!.courses, language), attentionSheet(needing, language), summarySheet(first!, scope, dayOf(now), language)],
    };
  }

  private async withMinutes(rows: TeamRow[]): Promise<Member[]> {
    const measured = await this.database.rows<{ person_id: string; seconds: number }>(MONTH_SECONDS, [rows.map((row) => row.person.id)]);
    const seconds = new Map(measured.map((row) => [row.person_id, row.seconds]));
    return rows.map((row) => ({ ...row, minutes: minutesOf(seconds.get(row.person.id) ?? 0) }));
  }
}

const personColumns = (language: Language) => {
  const t = TEXTS[language];
  return [{ title: t.person, width: 14 }, { title: t.number, width: 14 }, { title: t.department, width: 22 }, { title: t.position, width: 18 }];
};

const personCells = (person: PersonCard): CellValue[] => [person.displayName, person.staffNumber, person.department.name, person.position];

function teamSheet(members: Member[], courses: Team['courses'], language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.team,
    columns: [
      ...personColumns(language), { title: t.overdue, width: 14 }, { title: t.needing, width: 16 }, { title: t.minutes, width: 22 },
      ...courses.flatMap(({ title }) => [{ title: t.state(title), width: 24 }, { title: t.percent(title), width: 24, format: '0%' }, { title: t.due(title), width: 24 }]),
    ],
    rows: members.map(({ person, overdue, attention, minutes, cells, due }) => [
      ...personCells(person), overdue, attention, minutes,
      ...courses.flatMap((course): CellValue[] => {
        const cell = cells.find((one) => one.courseId === course.id);
        const dueOn = due.find((one) => one.courseId === course.id)?.dueOn ?? null;
        return cell ? [stateWord(cell, language), cell.percent / 100, dueOn] : [t.none, null, dueOn];
      }),
    ]),
  };
}

function attentionSheet(needing: ActionRow[], language: Language): WorkbookSheet {
  const t = TEXTS[language];
  const what = (row: ActionRow): CellValue[] => {
    if (row.kind === 'registration') return [row.course.title, row.percent / 100, reasonWords(row.reason, language), reasonDays(row.reason), null, null];
    return [row.target.title, row.percent / 100, row.status === 'overdue' ? t.late(row.days) : t.left(row.days), row.days, row.dueOn, row.remindedAt && dayOf(new Date(row.remindedAt))];
  };
  return {
    title: t.attention,
    columns: [
      ...personColumns(language), { title: t.item, width: 36 }, { title: t.progress, width: 10, format: '0%' }, { title: t.why, width: 40 }, { title: t.days, width: 8 },
      { title: t.dueOn, width: 14 }, { title: t.reminded, width: 14 },
    ],
    rows: needing.map((row) => [...personCells(row.person), ...what(row)]),
  };
}

/** What the figures of the page were, and what they mean. */
function summarySheet({ compliance: { people, compliant, excused, overdue } }: Team, scope: TeamScope, today: string, language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.summary,
    columns: [{ title: t.figure, width: 28 }, { title: t.value, width: 18 }, { title: t.definition, width: 60 }],
    rows: [
      [t.asOf, today, t.asOfWhy],
      [t.range, t.scope[scope], t.rangeWhy],
      [t.compliant, people === 0 ? '—' : `${Math.floor((100 * compliant) / people)}%`, t.compliantWhy],
      [t.owing, people, t.owingWhy],
      [t.overdue, overdue, t.overdueWhy],
      [t.excused, excused, t.excusedWhy],
    ],
  };
}
