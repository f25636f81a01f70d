import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const auditPages = definePages({
  audit: { path: '/system/audit', title: { zh: '审计记录', en: 'Audit trail' }, permission: 'audit:read' },
  corrections: { path: '/system/corrections', title: { zh: '更正申请', en: 'Corrections' }, permission: 'correction:answer' },
  data: { path: '/me/data', title: { zh: '我的数据', en: 'My data' }, permission: 'data:own' },
});
