import { EvidencePackQuery, insightsErrors, insightsPages, insightsPermissions, TeamExport as Parameters, TeamReport } from '@zhixing/insights/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { EvidencePackExport } from './evidence-packs/evidence-pack.export.ts';
import { EvidencePerson } from './evidence-packs/evidence-packs.entities.ts';
import { evidencePersonalData, evidenceRetention } from './evidence-packs/personal-data.ts';
import { InsightsModule } from './insights.module.ts';
import { TeamExport } from './team-export.ts';
import { reportMessages } from './team-report/messages.ts';
import { reportLeaver, reportPersonalTables, reportRetention } from './team-report/personal-data.ts';
import { TeamReportExport } from './team-report/report.export.ts';
import { SendReports } from './team-report/send-reports.task.ts';
import { ReportScheduleRow, ReportSent } from './team-report/team-report.entities.ts';
import { teamSubscriber, teamTopic } from './team-news.ts';

export const insightsRoom: Room = {
  name: 'insights',
  module: InsightsModule,
  entities: [EvidencePerson, ReportScheduleRow, ReportSent],
  permissions: insightsPermissions,
  pages: insightsPages,
  errors: insightsErrors,
  personalData: { tables: [...evidencePersonalData.tables, ...reportPersonalTables], leaver: reportLeaver },
  retention: [...evidenceRetention, ...reportRetention],
  messages: Object.values(reportMessages),
  tasks: [{ name: 'insights.team_reports', cron: '15 8 * * *', by: SendReports }],
  subscribers: [teamSubscriber],
  exports: [
    exportKind('team', 'team:read', Parameters, TeamExport, { personal: true }),
    exportKind('team-report', 'team:read', TeamReport, TeamReportExport, { personal: true }),
    exportKind('evidence-pack', 'evidence:make', EvidencePackQuery, EvidencePackExport, { personal: true }),
  ],
  liveTopics: [teamTopic],
  acts: { actions: { 'member.view': { zh: '查看成员学习情况', en: 'Viewed a member’s learning' }, 'team_report.schedule': { zh: '设置定期团队报告', en: 'Scheduled the team report' } }, objects: {} },
};
