import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const PLANS: MessageGroup = { name: 'annual_plans', label: { zh: '年度培训计划', en: 'Annual training plans' } };

/** What administrators, managers and owners are told about annual plans. */
export const annualPlanMessages = {
  submitted: {
    name: 'plans.plan_submitted', group: PLANS, mail: 'now',
    title: { zh: '待审批：{department}{year}年度培训计划', en: 'To approve: training plan {year} of {department}' },
    body: { zh: '提交人：{sender}，共 {items} 个项目。', en: 'Submitted by {sender}, {items} items.' },
  },
  returned: {
    name: 'plans.plan_returned', group: PLANS, mail: 'now',
    title: { zh: '已退回：{department}{year}年度培训计划', en: 'Sent back: training plan {year} of {department}' },
    body: { zh: '原因：{note}', en: 'Why: {note}' },
  },
  approved: {
    name: 'plans.plan_approved', group: PLANS, mail: 'now',
    title: { zh: '已批准：{department}{year}年度培训计划', en: 'Approved: training plan {year} of {department}' },
    body: { zh: '此后的调整须写明原因并留痕。', en: 'From now on a change needs a reason and stays on record.' },
  },
  owner: {
    name: 'plans.plan_owner', group: PLANS, mail: 'digest',
    title: { zh: '您负责{year}年度培训计划的 {items} 个项目', en: 'You own {items} items of the training plan {year}' },
    body: { zh: '{department}的计划已批准。', en: 'The plan of {department} is approved.' },
  },
  needTaken: {
    name: 'plans.need_taken', group: PLANS, mail: 'digest',
    title: { zh: '培训需求已列入计划：{need}', en: 'In the plan: {need}' },
    body: { zh: '计划项目：{item}，{month} 月。', en: 'Item: {item}, month {month}.' },
  },
  needDeclined: {
    name: 'plans.need_declined', group: PLANS, mail: 'digest',
    title: { zh: '培训需求未列入计划：{need}', en: 'Not in the plan: {need}' },
    body: { zh: '原因：{note}', en: 'Why: {note}' },
  },
} as const satisfies Record<string, MessageTemplate>;
