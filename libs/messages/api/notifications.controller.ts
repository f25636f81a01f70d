import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { MessagePreferences, NotificationList, NotificationQuery, ReadNotifications, SaveMessagePreferences, UnreadCount } from '@zhixing/messages/contract';
import { Actor, Allow, ReaderLanguage, Returns } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { NotificationsService } from './notifications.service.ts';
import { PreferencesService } from './preferences.service.ts';

@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly preferences: PreferencesService,
  ) {}

  @Get()
  @Allow('message:own')
  @Returns(NotificationList)
  list(@Actor() actor: Actor, @Query({ schema: NotificationQuery }) query: NotificationQuery, @ReaderLanguage() language: Language) {
    return this.notifications.list(actor, query, language);
  }

  @Get('count')
  @Allow('message:own')
  @Returns(UnreadCount)
  count(@Actor() actor: Actor) {
    return this.notifications.count(actor);
  }

  @Post('read')
  @HttpCode(200)
  @Allow('message:own')
  @Returns(UnreadCount)
  read(@Actor() actor: Actor, @Body({ schema: ReadNotifications }) body: ReadNotifications) {
    return this.notifications.read(actor, body);
  }

  @Get('preferences')
  @Allow('message:own')
  @Returns(MessagePreferences)
  choices(@Actor() actor: Actor, @ReaderLanguage() language: Language) {
    return this.preferences.of(actor, language);
  }

  @Put('preferences')
  @Allow('message:own')
  @Returns(MessagePreferences)
  choose(@Actor() actor: Actor, @Body({ schema: SaveMessagePreferences }) body: SaveMessagePreferences, @ReaderLanguage() language: Language) {
    return this.preferences.save(actor, body, language);
  }
}
