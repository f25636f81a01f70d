import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const skillsPages = definePages({
  mine: { path: '/skills', title: { zh: '我的技能', en: 'My skills' }, permission: 'skill:own' },
  framework: { path: '/skills/framework', title: { zh: '技能框架', en: 'Skill framework' }, permission: 'skill:read' },
  profiles: { path: '/skills/profiles', title: { zh: '岗位画像', en: 'Role profiles' }, permission: 'skill:read' },
  reviews: { path: '/team/skill-reviews', title: { zh: '技能评审', en: 'Skill reviews' }, permission: 'skill:review' },
  administration: { path: '/administration/skills', title: { zh: '技能框架管理', en: 'Manage skills' }, permission: 'skill:write' },
});
