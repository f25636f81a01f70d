import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import type { AnnualPlanExport, Comparison, PlanFigures, PlanItem } from '@zhixing/plans/contract';
import { type Actor, Clock, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { AnnualPlansService } from './annual-plans.service.ts';
import { PlanItemsService } from './plan-items.service.ts';

const KIND: Record<PlanItem['kind'], Localized> = { class: { zh: '培训班', en: 'Training class' }, campaign: { zh: '专项学习', en: 'Campaign' }, external: { zh: '外部培训', en: 'External' }, competition: { zh: '竞赛', en: 'Competition' }, other: { zh: '其他', en: 'Other' } };
const STATUS: Record<PlanItem['status'], Localized> = { planned: { zh: '未开始', en: 'Planned' }, under_way: { zh: '进行中', en: 'Under way' }, done: { zh: '已完成', en: 'Done' }, cancelled: { zh: '已取消', en: 'Cancelled' } };

/** Planned and actual hours and yuan stand beside each other, with what is left. */
const COMPARED: { title: Localized; format?: string }[] = [
  { title: { zh: '计划人数', en: 'Planned people' } }, { title: { zh: '实际人数', en: 'Actual people' } }, { title: { zh: '人数差异', en: 'Difference' } },
  { title: { zh: '计划学时', en: 'Planned hours' }, format: '0.0' }, { title: { zh: '实际学时', en: 'Actual hours' }, format: '0.0' }, { title: { zh: '学时差异', en: 'Difference' }, format: '0.0' },
  { title: { zh: '预算（元）', en: 'Budget (CNY)' }, format: '#,##0' }, { title: { zh: '实际费用（元）', en: 'Cost (CNY)' }, format: '#,##0' }, { title: { zh: '费用差异（元）', en: 'Difference (CNY)' }, format: '#,##0' },
];
const compared = (planned: PlanFigures, actual: PlanFigures): number[] => [
  planned.people, actual.people, actual.people - planned.people, planned.minutes / 60, actual.minutes / 60, (actual.minutes - planned.minutes) / 60, planned.cost, actual.cost, actual.cost - planned.cost,
];

/** A plan as its page shows it: its items with what became of them, and planned beside actual by department, month and kind. */
@Injectable()
export class PlanExport implements ExportSource<AnnualPlanExport> {
  constructor(
    private readonly plans: AnnualPlansService,
    private readonly items: PlanItemsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { planId }: AnnualPlanExport, progress: Progress): Promise<Workbook> {
    const say = ({ zh, en }: Localized): string => (actor.language === 'en' ? en : zh);
    const column = (zh: string, en: string, width: number) => ({ title: say({ zh, en }), width });
    const figures = COMPARED.map(({ title, format }) => ({ title: say(title), width: 14, ...(format && { format }) }));
    const plan = await this.plans.one(actor, planId);
    const { items } = await this.items.list(actor, planId);
    await progress(items.length, items.length * 2);
    const { rows } = await this.plans.comparison(actor, planId);
    await progress(items.length * 2, items.length * 2);
    return {
      name: say({ zh: `${plan.department.name}${plan.year}年度培训计划`, en: `${plan.department.name} training plan ${plan.year}` }),
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language),
      sheets: [
        {
          title: say({ zh: '计划项目', en: 'Items' }),
          columns: [
            column('月份', 'Month', 8), column('项目', 'Item', 36), column('类型', 'Kind', 12), column('部门', 'Department', 20), column('目标人群', 'Audience', 30), column('负责人', 'Owner', 12), column('状态', 'State', 10),
            ...figures, column('对应的培训班与指派', 'Fulfilled by', 40),
          ],
          rows: items.map((one) => [
            one.month, one.title, say(KIND[one.kind]), (one.department ?? plan.department).name, one.audience, one.owner.displayName, say(STATUS[one.status]),
            ...compared({ people: one.people, minutes: one.people * one.hours * 60, cost: one.budget }, one.actual), one.links.map((link) => link.target.title).join('；'),
          ]),
        },
        {
          title: say({ zh: '计划与实际', en: 'Plan against actual' }),
          columns: [column('部门', 'Department', 20), column('月份', 'Month', 8), column('类型', 'Kind', 12), ...figures],
          rows: rows.map((one: Comparison['rows'][number]) => [one.department.name, one.month, say(KIND[one.kind]), ...compared(one.planned, one.actual)]),
        },
      ],
    };
  }
}
