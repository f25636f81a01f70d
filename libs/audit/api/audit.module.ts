import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { AuditController } from './audit.controller.ts';
import { AuditArchiveExport, AuditExport } from './audit-export.ts';
import { AuditService } from './audit.service.ts';
import { CorrectionsService } from './corrections.service.ts';
import { Departures } from './departures.ts';
import { DataController } from './data.controller.ts';
import { DataService } from './data.service.ts';
import { PrivacyController } from './privacy.controller.ts';
import { PrivacyService } from './privacy.service.ts';
import { Pseudonymisation } from './pseudonymisation.ts';
import { RetentionService } from './retention.service.ts';

@Module({ imports: [PeopleModule], controllers: [AuditController, DataController, PrivacyController], providers: [AuditService, AuditExport, AuditArchiveExport, DataService, CorrectionsService, PrivacyService, RetentionService, Pseudonymisation, Departures] })
export class AuditModule {}
