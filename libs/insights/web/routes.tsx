import DashboardOutlined from '@ant-design/icons/DashboardOutlined';
import FileProtectOutlined from '@ant-design/icons/FileProtectOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { insightsPages } from '@zhixing/insights/contract';
import { personTabs } from '@zhixing/people/web';
import { assignmentOverview } from '@zhixing/plans/web';
import { fill, loadTexts, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';
import { lazy } from 'react';

const team = { permission: 'team:read', personal: true } satisfies RouteHandle;

const evidence = { permission: 'evidence:read', personal: true } satisfies RouteHandle;

const SkillsTab = lazy(async () => {
  const [module] = await Promise.all([import('./member/skills-tab.tsx'), loadTexts('skills')]);
  return module;
});

const AssignmentEvidence = lazy(async () => {
  const [module] = await Promise.all([import('./evidence-packs/assignment-evidence.tsx'), loadTexts('insights')]);
  return module;
});

/** One's own home page, and for managers the team; on the administration's page of a person, their skills. */
export const insights: WebRoom = {
  name: 'insights',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...insightsPages.home, key: 'home', group: 'learning', order: 10, icon: HomeOutlined, phone: true },
    { ...insightsPages.team, key: 'team', group: 'team', order: 10, icon: TeamOutlined },
    { ...insightsPages.workbench, key: 'workbench', group: 'administration', order: 5, icon: DashboardOutlined },
    { ...insightsPages.evidence, key: 'evidence', group: 'system', order: 62, icon: FileProtectOutlined },
  ],
  routes: [
    { index: true, lazy: page(['insights', 'courses'], () => import('./pages/home.tsx')) },
    { path: 'team', lazy: page(['insights', 'courses', 'plans'], () => import('./pages/team.tsx')), handle: team },
    { path: 'team/certifications', lazy: page(['insights', 'plans'], () => import('./pages/team-certifications.tsx')), handle: team },
    { path: 'team/members/:id', lazy: page(['insights', 'courses', 'plans', 'skills'], () => import('./pages/member.tsx')), handle: team },
    { path: 'workbench', lazy: page(['insights', 'courses'], () => import('./pages/workbench.tsx')), handle: { permission: 'workbench:read' } },
    { path: 'audit/evidence-packs', lazy: page('insights', () => import('./pages/evidence-packs.tsx')), handle: evidence },
    { path: 'audit/evidence-packs/:id', lazy: page('insights', () => import('./pages/evidence-pack.tsx')), handle: evidence },
  ],
  fills: [fill(personTabs, SkillsTab), fill(assignmentOverview, AssignmentEvidence)],
};
