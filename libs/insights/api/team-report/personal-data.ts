import { type PersonalTable, type RetentionRule, statement } from '@zhixing/platform/api';

export const reportPersonalTables: PersonalTable[] = [
  {
    name: 'insights.report_schedules',
    title: { zh: '定期团队报告的设置', en: 'Scheduled team reports' },
    columns: { every: { zh: '频率', en: 'Every' }, scope: { zh: '范围', en: 'Scope' }, since: { zh: '设置日期', en: 'Since' } },
    query: statement('insights.personal_schedules', 'select every, scope, since::text from insights.report_schedule where person_id = $1'),
  },
  {
    name: 'insights.reports_sent',
    title: { zh: '已发送的团队报告', en: 'Team reports sent' },
    columns: { period: { zh: '期间', en: 'Period' }, at: { zh: '发送时间', en: 'Sent' } },
    query: statement('insights.personal_reports', 'select period, at from insights.report_sent where person_id = $1 order by at desc'),
  },
];

/** Who has left gets no reports. */
export const reportLeaver = [statement('insights.leaver_schedule', 'delete from insights.report_schedule where person_id = $1')];

export const reportRetention: RetentionRule[] = [
  {
    name: 'insights.reports_sent',
    title: { zh: '定期团队报告的发送记录', en: 'Which scheduled team reports were sent' },
    period: { zh: '一年', en: 'One year' },
    why: { zh: '同一期间只发送一次，并可查证。', en: 'So that each is sent once, and that it can be shown.' },
    purge: statement(
      'insights.purge_reports_sent',
      `delete from insights.report_sent where (person_id, period) in (select person_id, period from insights.report_sent where at < platform.now() - interval '1 year' limit 1000) returning 1 as purged`,
    ),
  },
];
