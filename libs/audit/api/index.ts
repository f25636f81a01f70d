import { AuditFilter, auditPages, auditPermissions, MyDataExport } from '@zhixing/audit/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { auditActs } from './acts.ts';
import { AuditExport } from './audit-export.ts';
import { DataService } from './data.service.ts';
import { privacyEntities } from './privacy.entities.ts';
import { auditPersonalData } from './personal-data.ts';
import { AuditModule } from './audit.module.ts';

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
  exports: [exportKind('audit', 'audit:read', AuditFilter, AuditExport, { personal: true }), exportKind('my-data', 'data:own', MyDataExport, DataService)],
};
