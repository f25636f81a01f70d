import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BulkRows, BulkRowsQuery, ConfirmBulkChange, CreateHrImport, HrImportList, HrImportView } from '@zhixing/people/contract';
import { Actor, Allow, download, Downloads, Idempotent, type IdempotentRequest, ReaderLanguage, Returns, Upload, writeWorkbook } from '@zhixing/platform/api';
import { ById, type Language, PageQuery } from '@zhixing/platform/contract';
import { DecisionsService } from '../bulk-changes/decisions.service.ts';
import { HrImportsService } from './hr-imports.service.ts';
import { template } from './template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('hr-imports')
export class HrImportsController {
  constructor(
    private readonly imports: HrImportsService,
    private readonly decisions: DecisionsService,
  ) {}

  @Post()
  @Allow('hr:import')
  @HttpCode(202)
  @Returns(HrImportView, 202)
  receive(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Query({ schema: CreateHrImport }) { complete }: CreateHrImport, @Upload() upload: Upload) {
    return this.imports.receive(actor, request, upload, complete);
  }

  @Get()
  @Allow('hr:import')
  @Returns(HrImportList)
  list(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.imports.list(actor, query);
  }

  @Get('template')
  @Allow('hr:import')
  @Downloads()
  async template(@ReaderLanguage() language: Language) {
    const workbook = template(language);
    const bytes = await writeWorkbook(workbook);
    return download(Readable.from([bytes]), { name: `${workbook.name}.xlsx`, type: XLSX, size: bytes.length });
  }

  @Get(':id')
  @Allow('hr:import')
  @Returns(HrImportView)
  async one(@Actor() { language }: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.imports.view(language, await this.decisions.one('file', id));
  }

  @Get(':id/rows')
  @Allow('hr:import')
  @Returns(BulkRows)
  rows(@Actor() { language }: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: BulkRowsQuery }) query: BulkRowsQuery) {
    return this.decisions.rows(language, 'file', id, query);
  }

  @Post(':id/confirm')
  @Allow('hr:import')
  @HttpCode(202)
  @Returns(HrImportView, 202)
  async confirm(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: ConfirmBulkChange }) body: ConfirmBulkChange) {
    return this.imports.view(actor.language, await this.decisions.confirm(actor, 'file', id, body));
  }

  @Post(':id/discard')
  @Allow('hr:import')
  @HttpCode(200)
  @Returns(HrImportView)
  async discard(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.imports.view(actor.language, await this.decisions.discard(actor, 'file', id));
  }

  @Post(':id/undo')
  @Allow('hr:import')
  @HttpCode(202)
  @Returns(HrImportView, 202)
  async undo(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.imports.view(actor.language, await this.decisions.undo(actor, 'file', id));
  }
}
