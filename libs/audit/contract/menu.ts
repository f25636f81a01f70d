import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const auditPages = definePages({
  audit: { path: '/system/audit', title: { zh: '审计记录', en: 'Audit trail' }, permission: 'audit:read' },
});
