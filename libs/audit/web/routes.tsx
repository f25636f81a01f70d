import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { auditPages } from '@zhixing/audit/contract';
import { page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const read = { permission: 'audit:read' } satisfies RouteHandle;

/** The audit trail for auditors. */
export const audit: WebRoom = {
  name: 'audit',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [{ ...auditPages.audit, key: 'audit', group: 'system', order: 60, icon: SafetyCertificateOutlined }],
  routes: [{ path: 'system/audit', lazy: page('audit', () => import('./pages/audit.tsx')), handle: read }],
};
