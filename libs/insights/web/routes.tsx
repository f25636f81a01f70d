import HomeOutlined from '@ant-design/icons/HomeOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const team = { permission: 'team:read' } satisfies RouteHandle;

/** One's own home page, and for managers the team. */
export const insights: WebRoom = {
  name: 'insights',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigationTexts: { 'zh-CN': { home: '首页', team: '团队' }, en: { home: 'Home', team: 'Team' } },
  navigation: [
    { key: 'home', path: '/', group: 'learning', order: 10, icon: HomeOutlined, label: 'navigation:home', permission: 'home:read', phone: true },
    { key: 'team', path: '/team', group: 'team', order: 10, icon: TeamOutlined, label: 'navigation:team', permission: 'team:read' },
  ],
  routes: [
    { index: true, lazy: page(['insights', 'courses'], () => import('./pages/home.tsx')) },
    { path: 'team', lazy: page(['insights', 'courses'], () => import('./pages/team.tsx')), handle: team },
    { path: 'team/members/:id', lazy: page(['insights', 'courses'], () => import('./pages/member.tsx')), handle: team },
  ],
};
