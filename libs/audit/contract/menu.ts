import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const auditPages = definePages({
  audit: { path: '/system/audit', title: { zh: '审计记录', en: 'Audit trail' }, permission: 'audit:read' },
  corrections: { path: '/system/corrections', title: { zh: '更正申请', en: 'Corrections' }, permission: 'correction:answer' },
  retention: { path: '/system/retention', title: { zh: '保存期限', en: 'Retention' }, permission: 'retention:read' },
  data: { path: '/me/data', title: { zh: '我的数据', en: 'My data' }, permission: 'data:own' },
  privacy: { path: '/privacy', title: { zh: '隐私声明', en: 'Privacy notice' }, permission: 'data:own' },
});
