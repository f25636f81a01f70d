import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const REPORTS: MessageGroup = { name: 'team_reports', label: { zh: '定期团队报告', en: 'Scheduled team reports' } };

const body = {
  zh: '必修合规率 {compliance}，逾期 {overdue} 项，60 天内到期的资格 {expiring} 项，技能覆盖率 {skills}。打开团队页查看明细；PDF 报告在“消息”中下载，保留 24 小时。',
  en: 'Compliant {compliance}, overdue items {overdue}, certifications expiring in 60 days {expiring}, skill coverage {skills}. The team page has the details; the PDF is under Notifications for 24 hours.',
};

/** What managers who asked for it are told regularly. It holds sums alone; who is overdue stands on the page and in the file. */
export const reportMessages = {
  month: { name: 'insights.team_report_month', group: REPORTS, mail: 'now', title: { zh: '团队学习月报（截至 {day}）', en: 'Monthly report of your team, as of {day}' }, body },
  week: { name: 'insights.team_report_week', group: REPORTS, mail: 'now', title: { zh: '团队学习周报（截至 {day}）', en: 'Weekly report of your team, as of {day}' }, body },
} as const satisfies Record<string, MessageTemplate>;
