import { AuditFilter, auditPages, auditPermissions } from '@zhixing/audit/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { auditActs } from './acts.ts';
import { AuditExport } from './audit-export.ts';
import { AuditModule } from './audit.module.ts';

export { AuditModule } from './audit.module.ts';

export const auditRoom: Room = {
  name: 'audit',
  module: AuditModule,
  entities: [],
  permissions: auditPermissions,
  pages: auditPages,
  errors: {},
  acts: auditActs,
  exports: [exportKind('audit', 'audit:read', AuditFilter, AuditExport)],
};
