import { messagesErrors, messagesPages, messagesPermissions } from '@zhixing/messages/contract';
import type { LiveTopic, Room } from '@zhixing/platform/api';
import { messagesActs } from './acts.ts';
import { Digests } from './digests.ts';
import { intakeSubscriber } from './intake.ts';
import { messagesEntities } from './messages.entities.ts';
import { MessagesModule } from './messages.module.ts';
import { messagesPersonalData, messagesRetention } from './personal-data.ts';
import { Sender } from './sender.ts';

/** News of one's own messages. */
const notificationsTopic: LiveTopic = { name: 'notifications', may: (actor, key) => key === actor.personId };

export const messagesRoom: Room = {
  name: 'messages',
  module: MessagesModule,
  entities: messagesEntities,
  permissions: messagesPermissions,
  pages: messagesPages,
  errors: messagesErrors,
  acts: messagesActs,
  personalData: messagesPersonalData,
  retention: messagesRetention,
  subscribers: [intakeSubscriber],
  tasks: [{ name: 'messages.send', cron: '* * * * *', by: Sender }, { name: 'messages.digest', cron: '0 9 * * *', by: Digests }],
  liveTopics: [notificationsTopic],
};
