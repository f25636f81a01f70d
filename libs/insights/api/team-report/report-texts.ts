import type { TeamScope } from '@zhixing/insights/contract';
import type { Localized } from '@zhixing/platform/contract';
import type { ReportFigure } from './report.rules.ts';

export const SCOPES: Record<TeamScope, Localized> = { direct: { zh: '直接下级', en: 'Direct reports' }, line: { zh: '全部下级', en: 'Whole line' } };

export const FIGURES: Record<ReportFigure['key'], { title: Localized; definition: Localized }> = {
  compliance: {
    title: { zh: '必修合规率', en: 'Compliant' },
    definition: { zh: '没有逾期必修的人数 ÷ 有必修任务的人数，向下取整；免修和休假期间的任务不计', en: 'People with no mandatory item past due ÷ people with at least one, rounded down; waived items and those of people on leave do not count' },
  },
  overdue: {
    title: { zh: '逾期事项', en: 'Overdue items' },
    definition: { zh: '已过截止日期、尚未完成的必修任务，按项计', en: 'Mandatory items past their due date and not completed' },
  },
  expiring: {
    title: { zh: '60 天内到期的资格', en: 'Certifications expiring in 60 days' },
    definition: { zh: '团队成员持有、60 天内到期的资格，按项计；已续证的按新的有效期计', en: 'Held by people of the team and ending within 60 days; what was renewed counts by its new last day' },
  },
  skills: {
    title: { zh: '技能覆盖率', en: 'Skill coverage' },
    definition: { zh: '已验证的水平 ÷ 目标岗位要求的水平，按技能权重合计；只计已选定目标岗位的人', en: 'Verified level ÷ level the target roles ask for, by weight of the skills; of people with a target role' },
  },
};

export const WORDS = {
  title: { zh: '团队学习报告', en: 'Team learning report' },
  file: { zh: '团队报告', en: 'Team report' },
  manager: { zh: '团队负责人', en: 'Manager' },
  scope: { zh: '范围', en: 'Scope' },
  asOf: { zh: '截至（北京时间）', en: 'As of (Beijing time)' },
  compared: { zh: '对比日期', en: 'Compared with' },
  compareDay: { zh: '当日日终', en: 'end of the day' },
  figures: { zh: '指标', en: 'Figures' },
  figure: { zh: '指标与口径', en: 'Figure and definition' },
  now: { zh: '本期', en: 'Now' },
  before: { zh: '一个月前', en: 'A month ago' },
  change: { zh: '变化', en: 'Change' },
  overdue: { zh: '有逾期必修的成员', en: 'People with overdue items' },
  nobody: { zh: '没有成员逾期。', en: 'Nobody is overdue.' },
  person: { zh: '姓名', en: 'Name' },
  number: { zh: '工号', en: 'Staff number' },
  department: { zh: '部门', en: 'Department' },
  items: { zh: '逾期', en: 'Items' },
  longest: { zh: '逾期最久的事项', en: 'Overdue the longest' },
  days: { zh: '天数', en: 'Days' },
  note: { zh: '今天的汇报关系与目标岗位；任务、资格和技能按各自日期的记录计算。', en: 'Reporting lines and target roles of today; items, certifications and skills by what was recorded on each day.' },
} satisfies Record<string, Localized>;
