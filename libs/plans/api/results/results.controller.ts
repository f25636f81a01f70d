import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ResultRows, ResultRowsQuery, ResultsImportList, ResultsImportView } from '@zhixing/plans/contract';
import { Actor, Allow, download, Downloads, Idempotent, type IdempotentRequest, ReaderLanguage, Returns, Upload, writeWorkbook } from '@zhixing/platform/api';
import { ById, type Language, PageQuery } from '@zhixing/platform/contract';
import { ResultsService } from './results.service.ts';
import { template } from './template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('results-imports')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Post()
  @Allow('result:import')
  @HttpCode(202)
  @Returns(ResultsImportView, 202)
  receive(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Upload() upload: Upload) {
    return this.results.receive(actor, request, upload);
  }

  @Get()
  @Allow('result:import')
  @Returns(ResultsImportList)
  list(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.results.list(actor, query);
  }

  @Get('template')
  @Allow('result:import')
  @Downloads()
  async template(@ReaderLanguage() language: Language) {
    const workbook = template(language);
    const bytes = await writeWorkbook(workbook);
    return download(Readable.from([bytes]), { name: `${workbook.name}.xlsx`, type: XLSX, size: bytes.length });
  }

  @Get(':id')
  @Allow('result:import')
  @Returns(ResultsImportView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.results.one(actor, id);
  }

  @Get(':id/rows')
  @Allow('result:import')
  @Returns(ResultRows)
  rows(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: ResultRowsQuery }) query: ResultRowsQuery) {
    return this.results.rows(actor, id, query);
  }

  @Post(':id/confirm')
  @Allow('result:import')
  @HttpCode(202)
  @Returns(ResultsImportView, 202)
  confirm(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.results.confirm(actor, id);
  }

  @Post(':id/discard')
  @Allow('result:import')
  @HttpCode(200)
  @Returns(ResultsImportView)
  discard(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.results.discard(actor, id);
  }
}
