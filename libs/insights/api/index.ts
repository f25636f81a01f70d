import { insightsPages, insightsPermissions, TeamExport as Parameters } from '@zhixing/insights/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { InsightsModule } from './insights.module.ts';
import { TeamExport } from './team-export.ts';
import { teamSubscriber, teamTopic } from './team-news.ts';

export const insightsRoom: Room = {
  name: 'insights',
  module: InsightsModule,
  entities: [],
  permissions: insightsPermissions,
  pages: insightsPages,
  errors: {},
  subscribers: [teamSubscriber],
  exports: [exportKind('team', 'team:read', Parameters, TeamExport, { personal: true })],
  liveTopics: [teamTopic],
  acts: { actions: { 'member.view': { zh: '查看成员学习情况', en: 'Viewed a member’s learning' } }, objects: {} },
};
