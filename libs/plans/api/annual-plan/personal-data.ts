import { type PersonalTable, type RetentionRule, statement } from '@zhixing/platform/api';

/** Needs somebody proposed and items they own, for their own copy. */
export const annualPlanPersonalTables: PersonalTable[] = [
  {
    name: 'plans.training_needs',
    title: { zh: '提出的培训需求', en: 'Training needs proposed' },
    columns: { year: { zh: '年度', en: 'Year' }, title: { zh: '需求', en: 'Need' }, why: { zh: '理由', en: 'Why' }, proposedAt: { zh: '时间', en: 'Time' }, state: { zh: '状态', en: 'State' }, note: { zh: '说明', en: 'Note' } },
    query: statement(
      'plans.personal_needs',
      `select p.year, n.title, n.why, n.proposed_at as "proposedAt", n.state, n.note from plans.training_need n join plans.annual_plan p on p.id = n.plan_id where n.proposed_by = $1 order by n.proposed_at desc`,
    ),
  },
  {
    name: 'plans.plan_items',
    title: { zh: '负责的年度计划项目', en: 'Plan items owned' },
    columns: { year: { zh: '年度', en: 'Year' }, month: { zh: '月份', en: 'Month' }, title: { zh: '项目', en: 'Item' } },
    query: statement('plans.personal_plan_items', 'select p.year, i.month, i.title from plans.plan_item i join plans.annual_plan p on p.id = i.plan_id where i.owner_id = $1 order by p.year desc, i.month'),
  },
];

export const annualPlanRetention: RetentionRule[] = [
  {
    name: 'plans.annual_plans',
    title: { zh: '年度培训计划、调整记录与培训需求', en: 'Annual plans, their changes, training needs' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '说明计划了什么、谁批准、为何调整，是培训经费使用的依据。', en: 'They say what was planned, who approved it and why it changed: what training money was spent on.' },
  },
];
