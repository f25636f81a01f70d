import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { CONFIG, type Config } from '@zhixing/platform/api';
import { CHANNELS } from './channel.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { Digests } from './digests.ts';
import { Intake } from './intake.ts';
import { Letters } from './letters.ts';
import { MailChannel } from './mail-channel.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsService } from './notifications.service.ts';
import { PreferencesService } from './preferences.service.ts';
import { Sender } from './sender.ts';
import { Templates } from './templates.ts';

@Module({
  imports: [PeopleModule],
  controllers: [NotificationsController, DeliveriesController],
  providers: [
    Templates, Intake, Letters, Sender, Digests, NotificationsService, PreferencesService, DeliveriesService,
    { provide: CHANNELS, useFactory: (config: Config) => (config.mail ? [new MailChannel(config, config.mail)] : []), inject: [CONFIG] },
  ],
})
export class MessagesModule {}
