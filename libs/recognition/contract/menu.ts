import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const recognitionPages = definePages({
  certificates: { path: '/certificates', title: { zh: '我的证书', en: 'My certificates' }, permission: 'recognition:own' },
  hours: { path: '/hours', title: { zh: '学时', en: 'Learning hours' }, permission: 'recognition:own' },
  points: { path: '/points', title: { zh: '积分', en: 'Points' }, permission: 'recognition:own' },
  administration: { path: '/administration/certificates', title: { zh: '证书管理', en: 'Manage certificates' }, permission: 'recognition:administer' },
  rules: { path: '/administration/recognition-rules', title: { zh: '学时与积分规则', en: 'Rules of hours and points' }, permission: 'recognition:administer' },
});
