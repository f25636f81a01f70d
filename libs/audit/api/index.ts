import { ArchiveExport, AuditFilter, auditPages, auditPermissions, MyDataExport } from '@zhixing/audit/contract';
import { peopleEvents } from '@zhixing/people/contract';
import { exportKind, type Room, subscriber } from '@zhixing/platform/api';
import { auditActs } from './acts.ts';
import { AuditArchiveExport, AuditExport } from './audit-export.ts';
import { AuditModule } from './audit.module.ts';
import { DataService } from './data.service.ts';
import { seedAudit } from './demo.ts';
import { Departures } from './departures.ts';
import { auditMessages } from './messages.ts';
import { auditPersonalData, auditRetention } from './personal-data.ts';
import { privacyEntities } from './privacy.entities.ts';
import { RetentionService } from './retention.service.ts';

export { AuditModule } from './audit.module.ts';

export const auditRoom: Room = {
  name: 'audit',
  module: AuditModule,
  entities: privacyEntities,
  permissions: auditPermissions,
  pages: auditPages,
  errors: {},
  acts: auditActs,
  personalData: auditPersonalData,
  retention: auditRetention,
  subscribers: [subscriber('audit.departures', peopleEvents['people.left'], Departures)],
  tasks: [
    { name: 'audit.purge', cron: '20 3 * * *', by: RetentionService },
    { name: 'audit.due_departures', cron: '10 0 * * *', by: Departures },
  ],
  demo: seedAudit,
  messages: Object.values(auditMessages),
  exports: [
    exportKind('audit', 'audit:read', AuditFilter, AuditExport, { personal: true }),
    exportKind('audit-archive', 'audit:read', ArchiveExport, AuditArchiveExport, { personal: true }),
    exportKind('my-data', 'data:own', MyDataExport, DataService),
  ],
};
