import FormOutlined from '@ant-design/icons/FormOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { auditPages } from '@zhixing/audit/contract';
import { page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const answer = { permission: 'correction:answer' } satisfies RouteHandle;
const read = { permission: 'audit:read' } satisfies RouteHandle;

/** The audit trail for auditors; one's own data, and what people say is wrong with theirs. */
export const audit: WebRoom = {
  name: 'audit',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...auditPages.corrections, key: 'corrections', group: 'system', order: 55, icon: FormOutlined },
    { ...auditPages.audit, key: 'audit', group: 'system', order: 60, icon: SafetyCertificateOutlined },
    { ...auditPages.data, key: 'data', group: 'person', order: 30, icon: IdcardOutlined },
  ],
  routes: [
    { path: 'system/audit', lazy: page('audit', () => import('./pages/audit.tsx')), handle: read },
    { path: 'system/corrections', lazy: page('audit', () => import('./pages/corrections.tsx')), handle: answer },
    { path: 'me/data', lazy: page('audit', () => import('./pages/my-data.tsx')) },
  ],
};
