import { insightsPermissions, TeamExport as Parameters } from '@zhixing/insights/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { InsightsModule } from './insights.module.ts';
import { TeamExport } from './team-export.ts';

export const insightsRoom: Room = {
  name: 'insights',
  module: InsightsModule,
  entities: [],
  permissions: insightsPermissions,
  errors: {},
  exports: [exportKind('team', 'team:read', Parameters, TeamExport)],
};
