import { type DemoRandom, statement, type Transaction } from '@zhixing/platform/api';
import type { NeedPriority, PlanItemKind, SaveItem } from '@zhixing/plans/contract';
import { AnnualPlanRow, PlanItemLink, PlanItemRow, PlanRevision, TrainingNeed } from './annual-plan.entities.ts';

const ASSIGNMENTS = statement('plans.demo_plan_assignments', 'select id, title from plans.assignment');
const CLASSES = statement('plans.demo_plan_classes', 'select id, title from plans.training_class');
/** Who leads each department: the first who was hired into it, rather than into a team below. */
const LEADS = statement('plans.demo_plan_leads', 'select distinct on (department_id) department_id as department, person_id as id from people.card where department_id = any($1) order by department_id, staff_number');

export interface PlanStory {
  tx: Transaction;
  random: DemoRandom;
  departments: ReadonlyMap<string, string>;
  administrator: string;
  /** Who approves what the administrator submits. */
  approver: string;
  /** The date, and nine in the morning of Beijing, so many days from today. */
  day(days: number): string;
  at(days: number): Date;
}

type Domain = SaveItem['domain'];

/** An item: month, title, kind, audience, department, domain, people, hours of each, budget; what it is linked to by the beginning of a title, or what was recorded. */
interface Told {
  month: number;
  title: string;
  kind: PlanItemKind;
  audience: string;
  unit?: string;
  domain: Domain;
  people: number;
  hours: number;
  budget: number;
  links?: string[];
  outcome?: [people: number, hours: number, cost: number];
}

interface Asked {
  unit: string;
  title: string;
  domain: Domain;
  people: number;
  why: string;
  priority: NeedPriority;
  state?: 'taken' | 'declined';
  note?: string;
}

/** This year's approved plan with what fulfilled it, some of it late; last year's, closed; and next year's draft with the needs of departments. */
export async function seedAnnualPlans(story: PlanStory): Promise<void> {
  const today = story.day(0);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const plans = new DemoAnnualPlans(story, month);
  await plans.open();
  await plans.plan(year - 1, 'closed', LAST_YEAR(Number(story.day(-363).slice(5, 7))));
  const items = await plans.plan(year, 'approved', THIS_YEAR(month, Number(story.day(-24).slice(5, 7))));
  await plans.revise(items);
  const [taken] = await plans.plan(year + 1, 'draft', NEXT_YEAR);
  await plans.needs(taken!);
}

const LAST_YEAR = (month: number): Told[] => [
  { month: 4, title: '大模型基础认知普及', kind: 'campaign', audience: '全行员工', domain: 'llm-technology', people: 110, hours: 4, budget: 0, outcome: [102, 408, 0] },
  { month: 6, title: '知识图谱应用外部研修', kind: 'external', audience: '数据与风险条线骨干', unit: 'RISK', domain: 'knowledge-graph', people: 6, hours: 24, budget: 54_000, outcome: [6, 144, 52_800] },
  { month: 9, title: '反欺诈与可疑交易识别实务', kind: 'class', audience: '反洗钱监测岗', unit: 'LEGAL', domain: 'compliance-safety', people: 10, hours: 12, budget: 24_000, outcome: [9, 104, 21_300] },
  { month, title: '大模型应用骨干培训班', kind: 'class', audience: '授信与科技条线业务骨干', domain: 'llm-application', people: 20, hours: 12, budget: 90_000, links: ['大模型应用骨干培训班'] },
];

const THIS_YEAR = (month: number, campaign: number): Told[] => [
  { month: 1, title: '新员工大模型基础认知', kind: 'campaign', audience: '当年入行员工', domain: 'llm-technology', people: 30, hours: 6, budget: 0, links: ['新员工大模型入门'] },
  { month: 2, title: '生成式人工智能监管要求解读', kind: 'other', audience: '各部门合规联络人', domain: 'compliance-safety', people: 40, hours: 3, budget: 12_000, outcome: [38, 114, 10_800] },
  { month: 3, title: '提示词工程分层训练营', kind: 'class', audience: '零售条线客户经理与理财经理', unit: 'RETAIL', domain: 'llm-application', people: 24, hours: 12, budget: 48_000, outcome: [22, 250, 45_200] },
  { month: 4, title: '知识图谱与集团关联风险识别', kind: 'external', audience: '授信审查岗、模型验证岗', unit: 'RISK', domain: 'knowledge-graph', people: 12, hours: 24, budget: 96_000, outcome: [12, 280, 91_200] },
  { month: 5, title: '智能客服质检与投诉处置演练', kind: 'class', audience: '客服坐席', unit: 'RETAIL', domain: 'internal-management', people: 14, hours: 8, budget: 20_000, outcome: [14, 112, 23_600] },
  { month: 6, title: '信贷审批流程智能化改造工作坊', kind: 'class', audience: '对公客户经理与产品经理', unit: 'CORP', domain: 'credit-workflow', people: 24, hours: 16, budget: 60_000 },
  { month: 7, title: '大模型风险管理与模型验证方法', kind: 'external', audience: '模型与数据团队', unit: 'RISK', domain: 'credit-risk', people: 8, hours: 32, budget: 112_000, outcome: [7, 224, 109_500] },
  { month: 8, title: '大模型应用创新大赛', kind: 'competition', audience: '自愿组队，每队三至五人', domain: 'llm-application', people: 60, hours: 10, budget: 80_000, outcome: [72, 720, 76_400] },
  { month: 9, title: '内训师大模型课程开发认证', kind: 'external', audience: '内训师', unit: 'HR', domain: 'llm-technology', people: 6, hours: 24, budget: 45_000 },
  { month: campaign, title: '反洗钱与数据安全年度必修', kind: 'campaign', audience: '全行员工', domain: 'compliance-safety', people: 120, hours: 1, budget: 0, links: ['反洗钱与数据安全年度必修'] },
  { month, title: '智能授信报告撰写专项', kind: 'campaign', audience: '授信与贷后条线', unit: 'RISK', domain: 'credit-workflow', people: 46, hours: 2, budget: 0, links: ['智能授信报告撰写专项'] },
  { month, title: '大模型应用工程师培训班', kind: 'class', audience: '业务与科技条线骨干', domain: 'llm-application', people: 24, hours: 18, budget: 110_000, links: ['大模型应用工程师'] },
  { month: 12, title: '知识图谱骨干培养', kind: 'campaign', audience: '各部门推荐人选', domain: 'knowledge-graph', people: 12, hours: 3, budget: 0, links: ['知识图谱骨干培养'] },
  { month: 12, title: '中层管理者智能化转型研讨', kind: 'class', audience: '部门负责人与团队负责人', domain: 'internal-management', people: 20, hours: 8, budget: 40_000 },
];

const NEXT_YEAR: Told[] = [
  { month: 3, title: '贷后预警智能体应用实战', kind: 'class', audience: '贷后管理岗', unit: 'RISK', domain: 'credit-risk', people: 16, hours: 12, budget: 52_000 },
  { month: 1, title: '新员工大模型基础认知', kind: 'campaign', audience: '当年入行员工', domain: 'llm-technology', people: 30, hours: 6, budget: 0 },
  { month: 5, title: '大模型应用工程师培训班', kind: 'class', audience: '业务与科技条线骨干', domain: 'llm-application', people: 24, hours: 18, budget: 115_000 },
];

/** The first became the first item of next year's draft. */
const NEEDS: Asked[] = [
  { unit: 'RISK', title: '贷后预警智能体怎么用', domain: 'credit-risk', people: 16, why: '预警智能体上线后，贷后人员不会核验其结论，误报处理偏慢', priority: 'high', state: 'taken' },
  { unit: 'RISK', title: '大模型幻觉识别与人工复核', domain: 'compliance-safety', people: 46, why: '授信报告初稿多由大模型起草，需统一复核要点', priority: 'medium' },
  { unit: 'CORP', title: '供应链图谱与核心企业授信', domain: 'knowledge-graph', people: 14, why: '供应链金融新产品要求客户经理读懂关联图谱', priority: 'high' },
  { unit: 'RETAIL', title: '理财顾问对话助手使用规范', domain: 'llm-application', people: 12, why: '试点反馈话术合规边界不清，客户投诉风险上升', priority: 'high' },
  { unit: 'TECH', title: '检索增强生成的评测与优化', domain: 'llm-technology', people: 18, why: '知识库问答准确率停滞，需要系统掌握评测方法', priority: 'medium' },
  { unit: 'LEGAL', title: '生成式内容的版权与数据出境', domain: 'compliance-safety', people: 8, why: '审查材料中相关问题增多', priority: 'low', state: 'declined', note: '年度必修已含该主题，补充案例后由合规审查团队内部分享。' },
];

class DemoAnnualPlans {
  private titles: { kind: string; id: string; title: string }[] = [];
  private leads = new Map<string, string>();
  private nextPlan = '';

  constructor(
    private readonly story: PlanStory,
    private readonly month: number,
  ) {}

  async open(): Promise<void> {
    const { tx, departments } = this.story;
    for (const [kind, query] of [['assignment', ASSIGNMENTS], ['class', CLASSES]] as const) for (const row of await tx.rows<{ id: string; title: string }>(query)) this.titles.push({ kind, ...row });
    this.leads = new Map((await tx.rows<{ department: string; id: string }>(LEADS, [[...departments.values()]])).map((row) => [row.department, row.id]));
  }

  /** A plan of the bank; what was recorded of months that are still to come is left out. */
  async plan(year: number, state: 'draft' | 'approved' | 'closed', told: Told[]): Promise<PlanItemRow[]> {
    const { tx, random, departments, administrator, approver, at } = this.story;
    const made = state === 'draft' ? -14 : state === 'approved' ? -330 : -690;
    const id = random.id(at(made));
    const signed = state !== 'draft';
    await tx.manager.insert(AnnualPlanRow, {
      id, year, departmentId: departments.get('HQ')!, state, copiedFrom: null, createdBy: administrator, createdAt: at(made), submittedBy: signed ? administrator : null, submittedAt: signed ? at(made + 8) : null,
      approvedBy: signed ? approver : null, approvedAt: signed ? at(made + 10) : null, returnNote: null, closedAt: state === 'closed' ? at(-320) : null,
    });
    const past = (one: Told) => state === 'closed' || (state === 'approved' && one.month < this.month);
    const items = told.map((one) => {
      const [people, hours, cost] = (past(one) && one.outcome) || [null, null, null];
      return {
        id: random.id(at(made + 1)), planId: id, title: one.title, audience: one.audience, departmentId: one.unit ? departments.get(one.unit)! : null, domain: one.domain, kind: one.kind, month: one.month, people: one.people, hours: one.hours,
        budget: one.budget, ownerId: (one.unit && this.leads.get(departments.get(one.unit)!)) ?? administrator, cancelledAt: null, outcomeOn: people === null ? null : `${year}-${String(one.month).padStart(2, '0')}-20`,
        outcomePeople: people, outcomeHours: hours, outcomeCost: cost, revision: 1,
      } as PlanItemRow;
    });
    await tx.manager.insert(PlanItemRow, items);
    const links = told.flatMap((one, place) => (one.links ?? []).flatMap((title) => {
      const target = this.titles.find((row) => row.title.includes(title) && (row.kind === 'class') === (one.kind === 'class'));
      return target ? [{ id: random.id(at(made + 12)), planId: id, itemId: items[place]!.id, kind: target.kind, targetId: target.id, byId: administrator, at: at(Math.min(made + 12, 0)) }] : [];
    }));
    if (links.length) await tx.manager.insert(PlanItemLink, links);
    if (state === 'draft') this.nextPlan = id;
    return items;
  }

  /** Two changes since this year's approval. */
  async revise(items: PlanItemRow[]): Promise<void> {
    const { tx, administrator, at } = this.story;
    const of = (title: string) => items.find((one) => one.title === title)!;
    const [external, training] = [of('大模型风险管理与模型验证方法'), of('大模型应用工程师培训班')];
    await tx.manager.insert(PlanRevision, [
      { planId: external.planId, itemId: external.id, change: 'edit', at: at(-200), byId: administrator, reason: '供应商调整报价，并减少两个名额', before: { people: 10, budget: 128_000 }, after: { people: 8, budget: 112_000 } },
      { planId: training.planId, itemId: training.id, change: 'edit', at: at(-60), byId: administrator, reason: '应科技条线要求增加一天智能体实操', before: { hours: 12, budget: 90_000 }, after: { hours: 18, budget: 110_000 } },
    ]);
  }

  async needs(taken: PlanItemRow): Promise<void> {
    const { tx, random, departments, administrator, at } = this.story;
    await tx.manager.insert(TrainingNeed, NEEDS.map(({ unit, state = 'waiting', note = null, ...asked }, place) => {
      const departmentId = departments.get(unit)!;
      const proposedAt = at(-10 + place);
      const decided = state !== 'waiting';
      return {
        id: random.id(proposedAt), planId: this.nextPlan, departmentId, ...asked, proposedBy: this.leads.get(departmentId) ?? administrator, proposedAt, state, itemId: state === 'taken' ? taken.id : null,
        decidedBy: decided ? administrator : null, decidedAt: decided ? at(-2) : null, note,
      };
    }));
  }
}
