import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const insightsPages = definePages({
  home: { path: '/', title: { zh: '首页', en: 'Home' }, permission: 'home:read' },
  workbench: { path: '/workbench', title: { zh: '工作台', en: 'Workbench' }, permission: 'workbench:read' },
  evidence: { path: '/audit/evidence-packs', title: { zh: '培训证据包', en: 'Evidence of training' }, permission: 'evidence:read' },
  team: { path: '/team', title: { zh: '团队', en: 'Team' }, permission: 'team:read' },
});
