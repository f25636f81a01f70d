import { insightsPermissions } from '@zhixing/insights/contract';
import type { Room } from '@zhixing/platform/api';
import { InsightsModule } from './insights.module.ts';
import { teamSubscriber, teamTopic } from './team-news.ts';

export const insightsRoom: Room = { name: 'insights', module: InsightsModule, entities: [], permissions: insightsPermissions, errors: {}, subscribers: [teamSubscriber], liveTopics: [teamTopic] };
