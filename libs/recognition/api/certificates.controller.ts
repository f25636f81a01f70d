import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Actor, Allow, Database, Downloads, From, type Origin, Public, ReaderLanguage, Returns } from '@zhixing/platform/api';
import { ById, type Language } from '@zhixing/platform/contract';
import {
  AdministeredList, AdministeredQuery, BecauseOf, Certificate, CertificateCase, CertificateList, CertificateQuery, CertifiedCourses, CompletionCertificate, DecideReview, PdfQuery, RequestCertificate,
  RevokeCertificate, Verification, VerifyParams,
} from '@zhixing/recognition/contract';
import { AdministrationService } from './administration.service.ts';
import { CertificatesService } from './certificates.service.ts';
import { DecisionsService } from './decisions.service.ts';

/** Certificates of their holders, and the page where everybody can check one. */
@Controller()
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('certificates')
  @Allow('recognition:own')
  @Returns(CertificateList)
  list(@Actor() actor: Actor, @Query({ schema: CertificateQuery }) query: CertificateQuery) {
    return this.certificates.list(actor, query);
  }

  @Post('certificates')
  @HttpCode(200)
  @Allow('recognition:own')
  @Returns(Certificate)
  request(@Actor() actor: Actor, @Body({ schema: RequestCertificate }) { completionId }: RequestCertificate) {
    return this.certificates.request(actor, completionId);
  }

  @Get('certificates/completions/:id')
  @Allow('recognition:own')
  @Returns(CompletionCertificate)
  ofCompletion(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.certificates.ofCompletion(actor, id);
  }

  @Get('certificates/people/:id')
  @Allow('recognition:read')
  @Returns(CertificateList)
  ofPerson(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: CertificateQuery }) query: CertificateQuery) {
    return this.certificates.ofPerson(actor, id, query);
  }

  @Get('certificates/:id')
  @Allow('recognition:own')
  @Returns(Certificate)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.certificates.one(actor, id);
  }

  @Get('certificates/:id/pdf')
  @Allow('recognition:own')
  @Downloads()
  pdf(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PdfQuery }) { language }: PdfQuery, @ReaderLanguage() reader: Language) {
    return this.certificates.pdf(actor, id, language ?? reader);
  }

  @Get('verify/:number')
  @Public()
  @Returns(Verification)
  verify(@From() { address }: Origin, @Param({ schema: VerifyParams }) { number }: VerifyParams) {
    return this.certificates.verify(address, number);
  }
}

/** Certificates of those who decide on them. */
@Controller()
export class AdministrationController {
  constructor(
    private readonly database: Database,
    private readonly administration: AdministrationService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get('certificates/administered')
  @Allow('recognition:administer')
  @Returns(AdministeredList)
  list(@Actor() actor: Actor, @Query({ schema: AdministeredQuery }) query: AdministeredQuery) {
    return this.administration.list(actor, query);
  }

  @Get('certificates/administered/courses')
  @Allow('recognition:administer')
  @Returns(CertifiedCourses)
  courses() {
    return this.administration.courses();
  }

  @Get('certificates/administered/:id')
  @Allow('recognition:administer')
  @Returns(CertificateCase)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.administration.one(actor, id);
  }

  @Post('certificates/:id/revoke')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(CertificateCase)
  async revoke(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: RevokeCertificate }) body: RevokeCertificate) {
    await this.database.transaction((tx) => this.decisions.revoke(tx, actor, id, body));
    return this.administration.one(actor, id);
  }

  @Post('certificates/:id/reissue')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(CertificateCase)
  async reissue(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: BecauseOf }) { reason }: BecauseOf) {
    return this.administration.one(actor, await this.database.transaction((tx) => this.decisions.reissue(tx, actor, id, reason)));
  }

  @Post('certificates/:id/reviews')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(CertificateCase)
  async review(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: BecauseOf }) { reason }: BecauseOf) {
    await this.database.transaction((tx) => this.decisions.openReview(tx, actor, id, reason));
    return this.administration.one(actor, id);
  }

  @Post('certificate-reviews/:id/decide')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(CertificateCase)
  async decide(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: DecideReview }) body: DecideReview) {
    return this.administration.one(actor, await this.database.transaction((tx) => this.decisions.decide(tx, actor, id, body)));
  }
}
