import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const coursesPages = definePages({
  courses: { path: '/courses', title: { zh: '课程', en: 'Courses' }, permission: 'course:read' },
  record: { path: '/record', title: { zh: '我的学习记录', en: 'My record' }, permission: 'registration:own' },
  administration: { path: '/administration/courses', title: { zh: '课程管理', en: 'Manage courses' }, permission: 'course:statistics' },
});
