import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const plansPages = definePages({
  mine: { path: '/assignments', title: { zh: '我的学习任务', en: 'My assignments' }, permission: 'obligation:own' },
  team: { path: '/team/assignments', title: { zh: '团队学习任务', en: 'Team assignments' }, permission: 'obligation:oversee' },
  approvals: { path: '/team/approvals', title: { zh: '待我审批', en: 'Approvals' }, permission: 'obligation:oversee' },
  administration: { path: '/administration/assignments', title: { zh: '指派', en: 'Assignments' }, permission: 'assignment:administer' },
  exceptions: { path: '/administration/exceptions', title: { zh: '例外处理', en: 'Exceptions' }, permission: 'assignment:administer' },
  results: { path: '/administration/results', title: { zh: '成绩导入', en: 'Import of results' }, permission: 'result:import' },
  certifications: { path: '/certifications', title: { zh: '我的资格', en: 'My certifications' }, permission: 'certification:own' },
  certificationAdministration: { path: '/administration/certifications', title: { zh: '资格认证', en: 'Certifications' }, permission: 'certification:administer' },
  classes: { path: '/classes', title: { zh: '我的培训班', en: 'My training classes' }, permission: 'class:own' },
  classAdministration: { path: '/administration/classes', title: { zh: '培训班', en: 'Training classes' }, permission: 'class:administer' },
  annualPlans: { path: '/administration/annual-plans', title: { zh: '年度培训计划', en: 'Annual training plans' }, permission: 'plan:administer' },
  needs: { path: '/team/needs', title: { zh: '培训需求', en: 'Training needs' }, permission: 'plan:propose' },
  paths: { path: '/paths', title: { zh: '学习路径', en: 'Learning paths' }, permission: 'path:own' },
  pathAdministration: { path: '/administration/paths', title: { zh: '学习路径管理', en: 'Manage paths' }, permission: 'path:administer' },
});
