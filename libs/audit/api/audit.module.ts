import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { AuditController } from './audit.controller.ts';
import { AuditExport } from './audit-export.ts';
import { AuditService } from './audit.service.ts';

@Module({ imports: [PeopleModule], controllers: [AuditController], providers: [AuditService, AuditExport] })
export class AuditModule {}
