import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const insightsPages = definePages({
  home: { path: '/', title: { zh: '首页', en: 'Home' }, permission: 'home:read' },
  team: { path: '/team', title: { zh: '团队', en: 'Team' }, permission: 'team:read' },
});
