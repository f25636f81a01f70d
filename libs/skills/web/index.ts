import type { WebRoom } from '@zhixing/platform/web';
export const skills: WebRoom = { name: 'skills', texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') }, navigation: [], routes: [] };
