import FieldTimeOutlined from '@ant-design/icons/FieldTimeOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import LockOutlined from '@ant-design/icons/LockOutlined';
import { auditPages } from '@zhixing/audit/contract';
import { fill, page, type RouteHandle, shellNotice, type WebRoom } from '@zhixing/platform/web';
import { lazy } from 'react';

const answer = { permission: 'correction:answer', personal: true } satisfies RouteHandle;
const retention = { permission: 'retention:read' } satisfies RouteHandle;
const read = { permission: 'audit:read', personal: true } satisfies RouteHandle;

/** The audit trail for auditors; one's own data, and what people say is wrong with theirs. */
export const audit: WebRoom = {
  name: 'audit',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...auditPages.corrections, key: 'corrections', group: 'system', order: 55, icon: FormOutlined },
    { ...auditPages.audit, key: 'audit', group: 'system', order: 60, icon: FileSearchOutlined },
    { ...auditPages.retention, key: 'retention', group: 'system', order: 65, icon: FieldTimeOutlined },
    { ...auditPages.data, key: 'data', group: 'person', order: 30, icon: IdcardOutlined },
    { ...auditPages.privacy, key: 'privacy', group: 'person', order: 40, icon: LockOutlined },
  ],
  routes: [
    { path: 'system/audit', lazy: page('audit', () => import('./pages/audit.tsx')), handle: read },
    { path: 'system/corrections', lazy: page('audit', () => import('./pages/corrections.tsx')), handle: answer },
    { path: 'system/retention', lazy: page('audit', () => import('./pages/retention.tsx')), handle: retention },
    { path: 'privacy', lazy: page('audit', () => import('./pages/privacy.tsx')) },
    { path: 'me/data', lazy: page('audit', () => import('./pages/my-data.tsx')) },
  ],
  fills: [fill(shellNotice, lazy(() => import('./privacy/gate.tsx')))],
};
