import type { DueRule } from '@zhixing/plans/contract';
import { DemoRandom, type DemoSeed, statement, type Transaction } from '@zhixing/platform/api';
import type { AudienceRule } from '@zhixing/platform/contract';
import { seedAnnualPlans } from './annual-plan/demo.ts';
import { Assignment, AssignmentCycleRow, AssignmentException, Nomination, NominationPlace } from './assignments/assignments.entities.ts';
import { seedCertifications } from './certifications/demo.ts';
import { type ClassStory, seedClasses } from './classes/demo.ts';
import { seedPaths } from './paths/demo.ts';
import { ExtensionRow, Obligation, ObligationDue, ObligationState, WaiverRow } from './obligations/obligations.entities.ts';

const DAY = 86_400_000;
const ADMINISTRATOR = 'SF0004';
const MANAGER = 'SF0003';
const EMPLOYEE = 'SF0001';
/** Days from today on which the yearly campaign fell due. */
const CAMPAIGN_DUE = -24;

/** Everybody of the demo bank with what they did at one course, and when they were away. */
const PEOPLE = statement(
  'plans.demo_people',
  `select c.person_id as id, c.staff_number as number, c.department_id as department, w.department_path as path, p.completed_at as completed, r.manager_id as manager,
          exists (select from people.absence a where a.person_id = c.person_id and a.valid_until is null) as away
     from people.card c join people.workforce w on w.person_id = c.person_id left join people.reporting r on r.person_id = c.person_id and r.kind = 'line'
     left join lateral (select min(completed_at) as completed_at from plans.attempted where person_id = c.person_id and target_kind = 'course' and target_id = $1) p on true
    order by c.staff_number`,
);
const COURSES = statement('plans.demo_courses', 'select slug, id from courses.course');
const DEPARTMENTS = statement('plans.demo_departments', 'select code, id from people.department');
const PAUSED = statement('plans.demo_paused', 'select plans.paused_due($1, $2, $3)::text as due');

interface DemoPerson {
  id: string;
  number: string;
  department: string;
  path: string[];
  completed: Date | null;
  manager: string | null;
  away: boolean;
}

/** What an assignment of the demo bank is like; days count from today, before it negative. */
interface Told {
  title: string;
  description?: string;
  reason: string;
  owner?: string;
  course: string;
  audience: AudienceRule;
  due: DueRule;
  /** First day, due day. */
  opened: number;
  dueIn: number | null;
  cycle?: string;
  minimumDays?: number;
  nominations?: { quota: number; until: string };
}

/** The yearly campaign with people late, waived, on leave and excused, one of a department with an exception and a transfer, a rule for joiners, a manager's own, and one that takes nominations. */
export const seedPlans: DemoSeed = async (tx, { now }) => {
  const story = new DemoPlans(tx, now);
  await story.open();
  await story.campaign();
  await story.ofDepartment();
  await story.others();
  await story.classes();
  await story.certifications();
  await story.annualPlans();
  await seedPaths(tx, now, ADMINISTRATOR);
};

/** Tells the assignments of the demo bank; chance only from its own source. */
class DemoPlans {
  private readonly random = new DemoRandom(419);
  private courses = new Map<string, string>();
  private departments = new Map<string, string>();

  constructor(
    private readonly tx: Transaction,
    private readonly now: Date,
  ) {}

  async open(): Promise<void> {
    this.courses = new Map((await this.tx.rows<{ slug: string; id: string }>(COURSES)).map((row) => [row.slug, row.id]));
    this.departments = new Map((await this.tx.rows<{ code: string; id: string }>(DEPARTMENTS)).map((row) => [row.code, row.id]));
  }

  /** Everybody, due three and a half weeks ago; who had learned within the year before is done from the start, and every other one who has not got more time. */
  async campaign(): Promise<void> {
    const due = this.day(CAMPAIGN_DUE);
    const people = await this.people('llm-safety-compliance');
    const assignment = await this.assignment({
      title: '反洗钱与数据安全年度必修', description: '全行员工每年完成一次，覆盖客户信息保护、可疑交易识别与大模型使用合规。', reason: '《银行业金融机构反洗钱和反恐怖融资管理办法》要求的年度培训',
      course: 'llm-safety-compliance', audience: { all: [] }, due: { kind: 'yearly', month: Number(due.slice(5, 7)), day: Number(due.slice(8)), opensDaysBefore: 60 }, opened: CAMPAIGN_DUE - 60, dueIn: CAMPAIGN_DUE, cycle: due.slice(0, 4),
    });
    const open: { person: DemoPerson; obligation: Obligation }[] = [];
    for (const person of people) {
      const obligation = await this.owe(assignment, person, { cycle: due.slice(0, 4), assigned: CAMPAIGN_DUE - 60, due: CAMPAIGN_DUE, done: person.completed });
      if (obligation.state === 'open' && !person.away) open.push({ person, obligation });
    }
    const administrator = people.find((one) => one.number === ADMINISTRATOR)!;
    const unnamed = open.filter(({ person }) => person.number > 'SF0011');
    for (const { obligation } of unnamed.slice(0, 2)) await this.waive(obligation, administrator.id, '借调至监管机构工作，已在对方单位完成同类培训');
    const asking = unnamed.slice(2).find(({ person }) => person.path.includes(this.departments.get('RISK')!)) ?? unnamed[2]!;
    for (const [place, one] of unnamed.slice(2).entries()) if (place % 2 && one !== asking) await this.extend(one.obligation, one.person, administrator.id);
    await this.tx.manager.insert(ExtensionRow, {
      id: this.random.id(this.at(-1)), obligationId: asking.obligation.id, requestedBy: asking.person.id, requestedAt: this.at(-1), until: this.day(14), reason: '近期参加贷后专项检查，长期驻点在外，申请延期两周', decision: null, decidedBy: null, decidedAt: null, note: null,
    });
  }

  /** A department's, due in five days: one came too late for seven days of study, one was transferred out of it. */
  async ofDepartment(): Promise<void> {
    const risk = this.departments.get('RISK')!;
    const people = await this.people('credit-report-drafting');
    const assignment = await this.assignment({
      title: '智能授信报告撰写专项', description: '授信与贷后条线使用大模型起草报告前须完成。', reason: '新工具上线前的岗前要求', course: 'credit-report-drafting',
      audience: { kind: 'people.department', value: { departmentIds: [risk] } }, due: { kind: 'fixed', on: this.day(5) }, opened: -25, dueIn: 5, minimumDays: 7,
    });
    const members = people.filter((one) => one.path.includes(risk));
    const late = members.filter((one) => one.number > 'SF0011' && !one.completed).at(-1)!;
    for (const person of members) if (person !== late) await this.owe(assignment, person, { assigned: -25, due: 5, done: person.completed });
    await this.tx.manager.insert(AssignmentException, {
      id: this.random.id(this.at(-2)), assignmentId: assignment.id, cycle: '', personId: late.id, kind: 'impossible_deadline', ruleDueOn: this.day(5), completedAt: null, otherId: null, raisedAt: this.at(-2),
      decision: null, dueOn: null, decidedBy: null, decidedAt: null, note: null,
    });
    const [moved] = await this.tx.rows<{ id: string }>(statement('plans.demo_moved', `select m.person_id as id from people.department_membership m join people.department d on d.id = m.department_id where m.valid_until is not null and d.code = 'RISK-OP'`));
    const former = people.find((one) => one.id === moved?.id);
    if (former && !former.completed) await this.owe(assignment, former, { assigned: -25, due: 5, done: null, cancelled: -20 });
  }

  async others(): Promise<void> {
    await this.assignment({
      title: '新员工大模型入门', reason: '入行后三十天内完成', course: 'llm-foundations-banking', audience: { kind: 'people.joined', value: { withinDays: 90 } }, due: { kind: 'after', amount: 30, unit: 'day', from: 'hire' }, opened: -120, dueIn: null, minimumDays: 7,
    });
    const signals = await this.people('credit-risk-signals');
    const manager = signals.find((one) => one.number === MANAGER)!;
    const reports = signals.filter((one) => one.manager === manager.id).slice(0, 4);
    const own = await this.assignment({
      title: '信贷风险预警信号识别', description: '下季度检查前请完成。', reason: '季度检查发现预警响应偏慢', owner: manager.id, course: 'credit-risk-signals',
      audience: { kind: 'people.persons', value: { personIds: reports.map((one) => one.id) } }, due: { kind: 'fixed', on: this.day(12) }, opened: -6, dueIn: 12,
    });
    for (const person of reports) await this.owe(own, person, { assigned: -6, due: 12, done: person.completed, by: manager.id });
    const nominated = await this.people('knowledge-graph-intro');
    const training = await this.assignment({
      title: '知识图谱骨干培养', reason: '年度人才计划', course: 'knowledge-graph-intro', audience: { any: [] }, due: { kind: 'fixed', on: this.day(75) }, opened: -10, dueIn: 75, nominations: { quota: 3, until: this.day(20) },
    });
    const [chosen] = nominated.filter((one) => one.manager === manager.id && one.number > 'SF0011').slice(-1);
    await this.tx.manager.insert(NominationPlace, { assignmentId: training.id, departmentId: chosen!.department, taken: 1 });
    await this.tx.manager.insert(Nomination, {
      id: this.random.id(this.at(-1)), assignmentId: training.id, personId: chosen!.id, departmentId: chosen!.department, nominatedBy: manager.id, nominatedAt: this.at(-1), reason: '数据建模能力突出，拟承担图谱建设', state: 'waiting', decidedBy: null, decidedAt: null, note: null,
    });
  }

  /** Training classes; the named employee takes part in the one that is running. */
  async classes(): Promise<void> {
    await seedClasses(await this.story());
  }

  /** What people are certified for. */
  async certifications(): Promise<void> {
    await seedCertifications(await this.story());
  }

  private async story(): Promise<ClassStory> {
    const people = await this.people('llm-safety-compliance');
    const named = (number: string): string => people.find((one) => one.number === number)!.id;
    return {
      tx: this.tx, random: this.random, courses: this.courses, departments: this.departments, administrator: named(ADMINISTRATOR), manager: named(MANAGER), guests: [named(EMPLOYEE)], day: (days) => this.day(days), at: (days) => this.at(days),
    };
  }

  /** Annual plans that the administrator submits and the leader of the training team approves. */
  async annualPlans(): Promise<void> {
    const administrator = (await this.people('llm-safety-compliance')).find((one) => one.number === ADMINISTRATOR)!;
    await seedAnnualPlans({ tx: this.tx, random: this.random, departments: this.departments, administrator: administrator.id, approver: administrator.manager!, day: (days) => this.day(days), at: (days) => this.at(days) });
  }

  private people(course: string): Promise<DemoPerson[]> {
    return this.tx.rows<DemoPerson>(PEOPLE, [this.courses.get(course)]);
  }

  private async assignment({ title, description = '', reason, owner, course, audience, due, opened, dueIn, cycle = '', minimumDays = 0, nominations }: Told): Promise<Assignment> {
    const id = this.random.id(this.at(opened));
    const administrator = (await this.people(course)).find((one) => one.number === ADMINISTRATOR)!;
    const assignment = {
      id, title, description, reason, origin: owner ? 'manager' : 'l_and_d', ownerId: owner ?? administrator.id, targetKind: 'course', targetId: this.courses.get(course)!, audience, scope: null, due, minimumDays, earlier: 'accept',
      earlierMonths: due.kind === 'yearly' ? 12 : null, mandatory: true, nominationQuota: nominations?.quota ?? null, nominationsUntil: nominations?.until ?? null, startsOn: this.day(opened), state: 'active', revision: 2,
      createdAt: this.at(opened), activatedAt: this.at(opened), endedAt: null,
    } as Assignment;
    await this.tx.manager.insert(Assignment, assignment);
    await this.tx.manager.insert(AssignmentCycleRow, { assignmentId: id, cycle, opensOn: this.day(opened), dueOn: dueIn === null ? null : this.day(dueIn) });
    return assignment;
  }

  /** One person's obligation from the day it was assigned to today, with every state it was in. */
  private async owe(assignment: Assignment, person: DemoPerson, o: { cycle?: string; assigned: number; due: number; done: Date | null; cancelled?: number; by?: string }): Promise<Obligation> {
    const at = this.at(o.assigned);
    const [base, from] = [this.day(o.due), this.day(o.assigned)];
    const dueOn = (await this.tx.rows<{ due: string }>(PAUSED, [person.id, from, base]))[0]!.due;
    const obligation = {
      id: this.random.id(at), personId: person.id, assignmentId: assignment.id, cycle: o.cycle ?? '', targetKind: assignment.targetKind, targetId: assignment.targetId, source: o.by ? 'manager' : 'rule', reason: assignment.reason, assignedOn: from,
      countsFrom: new Date(at.getTime() - 365 * DAY), zone: 'Asia/Shanghai', baseDueOn: base, clockFrom: from, dueOn, mandatory: true, state: o.cancelled ? 'cancelled' : o.done ? 'completed' : 'open', completedAt: o.done, waivedUntil: null, remindedAt: null,
    } as Obligation;
    await this.tx.manager.insert(Obligation, obligation);
    const state = (state: string, when: Date, cause: string) => ({ obligationId: obligation.id, state, mandatory: true, at: when, byId: o.by ?? null, cause, reason: null });
    const states = o.done && o.done < at ? [state('completed', at, 'earlier')] : [state('open', at, 'rule'), ...(o.done ? [state('completed', o.done, 'completion')] : []), ...(o.cancelled ? [state('cancelled', this.at(o.cancelled), 'unmatched')] : [])];
    await this.tx.manager.insert(ObligationState, states);
    await this.tx.manager.insert(ObligationDue, { obligationId: obligation.id, baseDueOn: base, clockFrom: from, dueOn, at, cause: 'rule', causeId: null });
    return obligation;
  }

  /** More time that was asked for before it fell due, and granted by the manager. */
  private async extend(obligation: Obligation, person: DemoPerson, administrator: string): Promise<void> {
    const [asked, decided, until] = [this.at(CAMPAIGN_DUE - 3), this.at(CAMPAIGN_DUE - 2), this.day(12)];
    const id = this.random.id(asked);
    await this.tx.manager.insert(ExtensionRow, {
      id, obligationId: obligation.id, requestedBy: person.id, requestedAt: asked, until, reason: '季末业务高峰，申请顺延', decision: 'approved', decidedBy: person.manager ?? administrator, decidedAt: decided, note: '同意',
    });
    const due = { baseDueOn: until, clockFrom: this.day(CAMPAIGN_DUE - 2), dueOn: until };
    await this.tx.manager.update(Obligation, { id: obligation.id }, due);
    await this.tx.manager.insert(ObligationDue, { ...due, obligationId: obligation.id, at: decided, cause: 'extension', causeId: id });
  }

  private async waive(obligation: Obligation, by: string, reason: string): Promise<void> {
    const at = this.at(-15);
    const until = this.day(180);
    await this.tx.manager.update(Obligation, { id: obligation.id }, { state: 'waived', waivedUntil: until });
    await this.tx.manager.insert(ObligationState, { obligationId: obligation.id, state: 'waived', mandatory: true, at, byId: by, cause: 'waiver', reason });
    await this.tx.manager.insert(WaiverRow, {
      id: this.random.id(at), obligationId: obligation.id, reason, evidenceFileId: null, evidenceName: null, evidenceLink: 'https://oa.bank.example/training/waivers', expiresOn: until, approvedBy: by, approvedAt: at, revokedBy: null, revokedAt: null, revokeReason: null,
    });
  }

  /** Nine in the morning, so many days from today, in Beijing. */
  private at(days: number): Date {
    return new Date(Date.parse(`${this.day(days)}T01:00:00Z`));
  }

  /** The date so many days from today, in Beijing. */
  private day(days: number): string {
    return new Date(this.now.getTime() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
  }
}
