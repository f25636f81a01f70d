import LockOutlined from '@ant-design/icons/LockOutlined';
import UserOutlined from '@ant-design/icons/UserOutlined';
import { accessPages } from '@zhixing/access/contract';
import { personTabs } from '@zhixing/people/web';
import { fill, loadTexts, page, type WebRoom } from '@zhixing/platform/web';
import { lazy } from 'react';

export { applyPreferences, enrolmentPath, loginPath, meQuery, useLogout, useMe, useSavePreferences } from './api.ts';

const AccountPanel = lazy(async () => {
  const [module] = await Promise.all([import('./components/account-panel.tsx'), loadTexts('access')]);
  return module;
});

/** Signing in, one's own profile and password; on the page of another person, their account. */
export const access: WebRoom = {
  name: 'access',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...accessPages.me, key: 'me', group: 'person', order: 10, icon: UserOutlined, phone: true },
    { ...accessPages.password, key: 'password', group: 'person', order: 15, icon: LockOutlined },
  ],
  openRoutes: [
    { path: 'login', lazy: page('access', () => import('./pages/login.tsx')) },
    { path: 'second-factor', lazy: page('access', () => import('./pages/second-factor.tsx')) },
    { path: 'activate', lazy: page('access', () => import('./pages/activate.tsx')) },
  ],
  routes: [
    { path: 'me', lazy: page('access', () => import('./pages/profile.tsx')) },
    { path: 'me/password', lazy: page('access', () => import('./pages/password.tsx')) },
  ],
  fills: [fill(personTabs, AccountPanel)],
};
