import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ArchiveList, AuditDetail, AuditList, AuditQuery, AuditWords, ChainCheck, ChainState } from '@zhixing/audit/contract';
import { Actor, Allow, ReaderLanguage, Returns } from '@zhixing/platform/api';
import { ById, type Language } from '@zhixing/platform/contract';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audits: AuditService) {}

  @Get('audit')
  @Allow('audit:read')
  @Returns(AuditList)
  list(@ReaderLanguage() language: Language, @Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audits.list(language, query);
  }

  @Get('audit/words')
  @Allow('audit:read')
  @Returns(AuditWords)
  words(@ReaderLanguage() language: Language) {
    return this.audits.filters(language);
  }

  @Get('audit/chain')
  @Allow('audit:read')
  @Returns(ChainState)
  chain() {
    return this.audits.state();
  }

  @Post('audit/chain/checks')
  @Allow('audit:read')
  @HttpCode(200)
  @Returns(ChainCheck)
  check(@Actor() actor: Actor) {
    return this.audits.check(actor);
  }

  @Get('audit/archives')
  @Allow('audit:read')
  @Returns(ArchiveList)
  archives() {
    return this.audits.archives();
  }

  @Get('audit/:id')
  @Allow('audit:read')
  @Returns(AuditDetail)
  entry(@ReaderLanguage() language: Language, @Param({ schema: ById }) { id }: ById) {
    return this.audits.entry(language, id);
  }
}
