import UserOutlined from '@ant-design/icons/UserOutlined';
import { accessPages } from '@zhixing/access/contract';
import { page, type WebRoom } from '@zhixing/platform/web';

export { applyPreferences, loginPath, meQuery, useLogout, useMe, useSavePreferences } from './api.ts';

/** Signing in and one's own profile. */
export const access: WebRoom = {
  name: 'access',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [{ ...accessPages.me, key: 'me', group: 'person', order: 10, icon: UserOutlined, phone: true }],
  openRoutes: [{ path: 'login', lazy: page('access', () => import('./pages/login.tsx')) }],
  routes: [{ path: 'me', lazy: page('access', () => import('./pages/profile.tsx')) }],
};
