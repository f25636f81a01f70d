import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SnippetsOutlined from '@ant-design/icons/SnippetsOutlined';
import { page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const statistics = { permission: 'course:statistics' } satisfies RouteHandle;
const write = { permission: 'course:write' } satisfies RouteHandle;
const preview = { permission: 'course:write', layout: 'focus' } satisfies RouteHandle;
const focus = { permission: 'registration:own', layout: 'focus' } satisfies RouteHandle;

/** The catalogue, the player, my record, and the administration of courses: statistics, imports, drafts. */
export const courses: WebRoom = {
  name: 'courses',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigationTexts: {
    'zh-CN': { courses: '课程', record: '我的学习记录', courseAdministration: '课程管理' },
    en: { courses: 'Courses', record: 'My record', courseAdministration: 'Manage courses' },
  },
  navigation: [
    { key: 'courses', path: '/courses', group: 'learning', order: 20, icon: ReadOutlined, label: 'navigation:courses', permission: 'course:read', phone: true },
    { key: 'record', path: '/record', group: 'learning', order: 90, icon: ProfileOutlined, label: 'navigation:record', permission: 'registration:own', phone: true },
    { key: 'course-administration', path: '/administration/courses', group: 'administration', order: 20, icon: SnippetsOutlined, label: 'navigation:courseAdministration', permission: 'course:statistics' },
  ],
  routes: [
    { path: 'courses', lazy: page('courses', () => import('./pages/catalogue.tsx')) },
    { path: 'courses/:id', lazy: page('courses', () => import('./pages/course.tsx')) },
    { path: 'registrations/:id', lazy: page('courses', () => import('./pages/resume.tsx')), handle: focus },
    { path: 'registrations/:id/lessons/:key', lazy: page('courses', () => import('./pages/player.tsx')), handle: focus },
    { path: 'registrations/:id/finish', lazy: page('courses', () => import('./pages/finish.tsx')) },
    { path: 'record', lazy: page('courses', () => import('./pages/record.tsx')) },
    { path: 'administration/courses', lazy: page('courses', () => import('./pages/administered-courses.tsx')), handle: statistics },
    { path: 'administration/courses/import', lazy: page('courses', () => import('./pages/import.tsx')), handle: write },
    { path: 'administration/courses/:id/draft', lazy: page('courses', () => import('./pages/draft.tsx')), handle: write },
    { path: 'administration/courses/:id/draft/lessons/:key', lazy: page('courses', () => import('./pages/draft-lesson.tsx')), handle: preview },
    { path: 'administration/courses/:id', lazy: page('courses', () => import('./pages/course-statistics.tsx')), handle: statistics },
  ],
};
