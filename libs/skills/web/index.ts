import type { WebRoom } from '@zhixing/platform/web';
import { skillsRoutes } from './routes.tsx';

export { skillsQuery } from './api.ts';
export { frameworkPath } from './paths.ts';
export { closeGap } from './slots.ts';
export { PersonSkillsPanel } from './card/person-skills-panel.tsx';

/** The skill framework, role profiles, and the skills of people with their evidence. */
export const skills: WebRoom = {
  name: 'skills',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  ...skillsRoutes,
};
