import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DeliveryList, DeliveryQuery, MailState } from '@zhixing/messages/contract';
import { Actor, Allow, ReaderLanguage, Returns } from '@zhixing/platform/api';
import { ById, Done, type Language } from '@zhixing/platform/contract';
import { DeliveriesService } from './deliveries.service.ts';

@Controller('messages')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get('deliveries')
  @Allow('message:administer')
  @Returns(DeliveryList)
  troubled(@Query({ schema: DeliveryQuery }) query: DeliveryQuery, @ReaderLanguage() language: Language) {
    return this.deliveries.troubled(query, language);
  }

  @Get('mail')
  @Allow('message:administer')
  @Returns(MailState)
  state() {
    return this.deliveries.state();
  }

  @Post('deliveries/:id/resend')
  @HttpCode(200)
  @Allow('message:administer')
  @Returns(Done)
  async resend(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById): Promise<Done> {
    await this.deliveries.resend(actor, id);
    return { done: true };
  }
}
