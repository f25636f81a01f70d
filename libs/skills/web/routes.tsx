import AimOutlined from '@ant-design/icons/AimOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import RadarChartOutlined from '@ant-design/icons/RadarChartOutlined';
import { page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';
import { skillsPages } from '@zhixing/skills/contract';

const review = { permission: 'skill:review', personal: true } satisfies RouteHandle;
const write = { permission: 'skill:write' } satisfies RouteHandle;

/** The pages of the room and its entries in the menu. */
export const skillsRoutes: Pick<WebRoom, 'navigation' | 'routes'> = {
  navigation: [
    { ...skillsPages.mine, key: 'skills', group: 'learning', order: 60, icon: RadarChartOutlined },
    { ...skillsPages.reviews, key: 'skill-reviews', group: 'team', order: 40, icon: CheckSquareOutlined },
    { ...skillsPages.administration, key: 'skill-administration', group: 'administration', order: 60, icon: AimOutlined },
  ],
  routes: [
    { path: 'skills', lazy: page('skills', () => import('./pages/my-skills.tsx')) },
    { path: 'skills/framework', lazy: page('skills', () => import('./pages/framework.tsx')) },
    { path: 'skills/profiles', lazy: page('skills', () => import('./pages/profiles.tsx')) },
    { path: 'skills/profiles/:id', lazy: page('skills', () => import('./pages/profile.tsx')) },
    { path: 'team/skill-reviews', lazy: page('skills', () => import('./pages/reviews.tsx')), handle: review },
    { path: 'administration/skills', lazy: page('skills', () => import('./pages/administration.tsx')), handle: write },
    { path: 'administration/role-profiles/new', lazy: page('skills', () => import('./pages/add-profile.tsx')), handle: write },
    { path: 'administration/role-profiles/:id', lazy: page('skills', () => import('./pages/edit-profile.tsx')), handle: write },
    { path: 'administration/skills/new', lazy: page('skills', () => import('./pages/add-skill.tsx')), handle: write },
    { path: 'administration/skills/:id', lazy: page('skills', () => import('./pages/edit-skill.tsx')), handle: write },
  ],
};
