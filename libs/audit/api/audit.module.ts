import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { AuditController } from './audit.controller.ts';
import { AuditExport } from './audit-export.ts';
import { AuditService } from './audit.service.ts';
import { CorrectionsService } from './corrections.service.ts';
import { DataController } from './data.controller.ts';
import { DataService } from './data.service.ts';

@Module({ imports: [PeopleModule], controllers: [AuditController, DataController], providers: [AuditService, AuditExport, DataService, CorrectionsService] })
export class AuditModule {}
