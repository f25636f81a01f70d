import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import {
  CertificationList, CertificationReport, CertificationView, DecideEarlyRenewal, DecideExternalCertificate, ExternalCertificateList, GapList, GapsQuery, HolderList, HoldersQuery, MyCertifications, Reminded, ReportQuery, RevokeCycle,
  SaveCertification, SubmitExternalCertificate,
} from '@zhixing/plans/contract';
import { Actor, Allow, Database, download, Downloads, Idempotency, Idempotent, type IdempotentRequest, IfMatch, Returns } from '@zhixing/platform/api';
import { ById, Done, PageQuery } from '@zhixing/platform/contract';
import { CertificationsService } from './certifications.service.ts';
import { CycleRemindersService } from './cycle-reminders.service.ts';
import { CyclesService } from './cycles.service.ts';
import { ExternalCertificatesService } from './external.service.ts';
import { CertificationReportService } from './report.service.ts';

const DONE: Done = { done: true };

@Controller()
export class CertificationsController {
  constructor(
    private readonly certifications: CertificationsService,
    private readonly cycles: CyclesService,
    private readonly reminders: CycleRemindersService,
    private readonly external: ExternalCertificatesService,
    private readonly reports: CertificationReportService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Get('certifications')
  @Allow('certification:administer')
  @Returns(CertificationList)
  list(@Actor() actor: Actor) {
    return this.certifications.list(actor);
  }

  @Post('certifications')
  @Allow('certification:administer')
  @Returns(Made, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: SaveCertification }) body: SaveCertification) {
    return this.idempotency.transaction(request, body, (tx) => this.certifications.create(tx, actor, body));
  }

  @Get('certifications/mine')
  @Allow('certification:own')
  @Returns(MyCertifications)
  mine(@Actor() actor: Actor) {
    return this.certifications.mine(actor);
  }

  @Get('certifications/:id')
  @Allow('certification:administer')
  @Returns(CertificationView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.certifications.one(actor, id);
  }

  @Put('certifications/:id')
  @Allow('certification:administer')
  @Returns(CertificationView)
  edit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: SaveCertification }) body: SaveCertification) {
    return this.database.transaction((tx) => this.certifications.edit(tx, actor, id, revision, body));
  }

  @Post('certifications/:id/retirement')
  @Allow('certification:administer')
  @HttpCode(200)
  @Returns(CertificationView)
  retire(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.database.transaction((tx) => this.certifications.retire(tx, actor, id));
  }

  @Get('certifications/:id/holders')
  @Allow('certification:administer')
  @Returns(HolderList)
  holders(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: HoldersQuery }) query: HoldersQuery) {
    return this.certifications.holders(actor, id, query);
  }

  @Post('certification-cycles/:id/revocation')
  @Allow('certification:administer')
  @HttpCode(200)
  @Returns(Done)
  async revoke(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: RevokeCycle }) { reason }: RevokeCycle) {
    await this.database.transaction((tx) => this.cycles.revoke(tx, actor, id, reason));
    return DONE;
  }

  @Post('certification-cycles/:id/reminders')
  @Allow('obligation:oversee')
  @HttpCode(200)
  @Returns(Reminded)
  remind(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.reminders.remind(actor, id);
  }

  @Post('early-renewals/:id/decision')
  @Allow('certification:own')
  @HttpCode(200)
  @Returns(MyCertifications)
  async decideEarly(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: DecideEarlyRenewal }) body: DecideEarlyRenewal) {
    await this.database.transaction((tx) => this.cycles.decideEarly(tx, actor, id, body));
    return this.certifications.mine(actor);
  }

  @Get('external-certificates')
  @Allow('certification:administer')
  @Returns(ExternalCertificateList)
  toCheck(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.external.list(actor, query);
  }

  @Post('external-certificates')
  @Allow('certification:own')
  @Returns(Made, 201)
  submit(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: SubmitExternalCertificate }) body: SubmitExternalCertificate) {
    return this.idempotency.transaction(request, body, (tx) => this.external.submit(tx, actor, body));
  }

  @Post('external-certificates/:id/withdrawal')
  @Allow('certification:own')
  @HttpCode(200)
  @Returns(MyCertifications)
  async withdraw(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.database.transaction((tx) => this.external.withdraw(tx, actor, id));
    return this.certifications.mine(actor);
  }

  @Post('external-certificates/:id/decision')
  @Allow('certification:administer')
  @HttpCode(200)
  @Returns(Done)
  async decide(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: DecideExternalCertificate }) body: DecideExternalCertificate) {
    await this.database.transaction((tx) => this.external.decide(tx, actor, id, body));
    return DONE;
  }

  @Get('external-certificates/:id/document')
  @Allow('certification:own')
  @Downloads()
  async document(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    const { stream, name, type, size } = await this.external.document(actor, id);
    return download(stream, { name, type, size });
  }

  @Get('certification-report')
  @Allow('certification:administer')
  @Returns(CertificationReport)
  report(@Actor() actor: Actor, @Query({ schema: ReportQuery }) query: ReportQuery) {
    return this.reports.report(actor, query);
  }

  @Get('certification-report/people')
  @Allow('certification:administer')
  @Returns(GapList)
  people(@Actor() actor: Actor, @Query({ schema: GapsQuery }) query: GapsQuery) {
    return this.reports.people(actor, query);
  }
}
