import { insightsPermissions } from '@zhixing/insights/contract';
import type { Room } from '@zhixing/platform/api';
import { InsightsModule } from './insights.module.ts';

export const insightsRoom: Room = { name: 'insights', module: InsightsModule, entities: [], permissions: insightsPermissions, errors: {} };
