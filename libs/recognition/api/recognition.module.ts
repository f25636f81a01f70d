import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { AdministrationService } from './administration.service.ts';
import { AdministrationController, CertificatesController } from './certificates.controller.ts';
import { CertificatesExport } from './certificates-export.ts';
import { CertificatesService } from './certificates.service.ts';
import { CertifiedService } from './certified.service.ts';
import { ClassResultsService } from './class-results.service.ts';
import { CompletionsService } from './completions.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { FellBelowService } from './fell-below.service.ts';
import { ImportedHoursService } from './imported-hours.service.ts';
import { HoursController } from './hours.controller.ts';
import { HoursExport } from './hours-export.ts';
import { HoursService } from './hours.service.ts';
import { IssuingService } from './issuing.service.ts';
import { PdfPrinter } from './pdf/pdf-printer.ts';
import { PointsController } from './points.controller.ts';
import { PointsService } from './points.service.ts';
import { RecognitionPolicy } from './recognition.policy.ts';

@Module({
  imports: [PeopleModule],
  // administration first: /certificates/administered is not /certificates/:id
  controllers: [AdministrationController, CertificatesController, HoursController, PointsController],
  providers: [
    RecognitionPolicy, IssuingService, CompletionsService, ClassResultsService, CertifiedService, FellBelowService, CertificatesService, PdfPrinter, AdministrationService, DecisionsService, CertificatesExport,
    HoursService, ImportedHoursService, HoursExport, PointsService,
  ],
  exports: [IssuingService, PdfPrinter],
})
export class RecognitionModule {}
