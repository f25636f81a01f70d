import type { WebRoom } from '@zhixing/platform/web';
import { roleNavigation, roleRoutes } from './roles/routes.tsx';

/** Roles: who holds them, who asks for them, and the quarterly review. */
export const people: WebRoom = {
  name: 'people',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [...roleNavigation],
  routes: [...roleRoutes],
};
