import type { ActWords } from '@zhixing/platform/api';

export const annualPlanActs: ActWords = {
  actions: {
    'annual_plan.create': { zh: '新建年度培训计划', en: 'Made an annual plan' },
    'annual_plan.submit': { zh: '提交年度培训计划', en: 'Submitted an annual plan' },
    'annual_plan.send_back': { zh: '退回年度培训计划', en: 'Sent an annual plan back' },
    'annual_plan.approve': { zh: '批准年度培训计划', en: 'Approved an annual plan' },
    'annual_plan.close': { zh: '关闭年度培训计划', en: 'Closed an annual plan' },
    'plan_item.add': { zh: '添加计划项目', en: 'Added a plan item' },
    'plan_item.edit': { zh: '修改计划项目', en: 'Changed a plan item' },
    'plan_item.cancel': { zh: '取消计划项目', en: 'Cancelled a plan item' },
    'plan_item.restore': { zh: '恢复计划项目', en: 'Restored a plan item' },
    'plan_item.outcome': { zh: '登记计划项目结果', en: 'Recorded the outcome of a plan item' },
    'plan_item.link': { zh: '关联计划项目', en: 'Linked a plan item' },
    'plan_item.unlink': { zh: '取消计划项目关联', en: 'Unlinked a plan item' },
    'training_need.propose': { zh: '提出培训需求', en: 'Proposed a training need' },
    'training_need.withdraw': { zh: '撤回培训需求', en: 'Withdrew a training need' },
    'training_need.take': { zh: '培训需求列入计划', en: 'Took a training need into the plan' },
    'training_need.decline': { zh: '培训需求未列入计划', en: 'Declined a training need' },
  },
  objects: { annual_plan: { zh: '年度培训计划', en: 'Annual plan' }, plan_item: { zh: '计划项目', en: 'Plan item' }, training_need: { zh: '培训需求', en: 'Training need' } },
};
