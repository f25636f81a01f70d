import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SnippetsOutlined from '@ant-design/icons/SnippetsOutlined';
import { coursesPages } from '@zhixing/courses/contract';
import { fill, loadTexts, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';
import { closeGap } from '@zhixing/skills/web';
import { lazy } from 'react';

const statistics = { permission: 'course:statistics' } satisfies RouteHandle;
const write = { permission: 'course:write' } satisfies RouteHandle;
const preview = { permission: 'course:write', layout: 'focus' } satisfies RouteHandle;
const focus = { permission: 'registration:own', layout: 'focus' } satisfies RouteHandle;

const CoursesForSkill = lazy(async () => {
  const [module] = await Promise.all([import('./components/courses-for-skill.tsx'), loadTexts('courses')]);
  return module;
});

/** The catalogue, the player, my record, and the administration of courses: statistics, imports, drafts. */
export const courses: WebRoom = {
  name: 'courses',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...coursesPages.courses, key: 'courses', group: 'learning', order: 20, icon: ReadOutlined, phone: true },
    { ...coursesPages.record, key: 'record', group: 'learning', order: 90, icon: ProfileOutlined, phone: true },
    { ...coursesPages.administration, key: 'course-administration', group: 'administration', order: 20, icon: SnippetsOutlined },
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
    { path: 'administration/courses/:id/grades', lazy: page('courses', () => import('./pages/grades.tsx')), handle: { permission: 'grade:correct', personal: true } satisfies RouteHandle },
    { path: 'administration/courses/:id', lazy: page('courses', () => import('./pages/course-statistics.tsx')), handle: { ...statistics, personal: true } satisfies RouteHandle },
  ],
  fills: [fill(closeGap, CoursesForSkill)],
};
