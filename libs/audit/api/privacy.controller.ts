import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acknowledge, PrivacyState, RetentionTable } from '@zhixing/audit/contract';
import { Actor, Allow, ReaderLanguage, Returns } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { PrivacyService } from './privacy.service.ts';
import { RetentionService } from './retention.service.ts';

@Controller()
export class PrivacyController {
  constructor(
    private readonly privacy: PrivacyService,
    private readonly retention: RetentionService,
  ) {}

  @Get('me/privacy')
  @Allow('data:own')
  @Returns(PrivacyState)
  state(@Actor() actor: Actor) {
    return this.privacy.state(actor);
  }

  @Post('me/privacy/acknowledgements')
  @Allow('data:own')
  @HttpCode(200)
  @Returns(PrivacyState)
  acknowledge(@Actor() actor: Actor, @Body({ schema: Acknowledge }) { version }: Acknowledge) {
    return this.privacy.acknowledge(actor, version);
  }

  @Get('retention')
  @Allow('retention:read')
  @Returns(RetentionTable)
  table(@ReaderLanguage() language: Language) {
    return this.retention.table(language);
  }
}
