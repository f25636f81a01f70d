import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { peoplePages } from '@zhixing/people/contract';
import { type NavigationItem, page, type RouteHandle } from '@zhixing/platform/web';
import type { RouteObject } from 'react-router';

const read = { permission: 'people:read', personal: true } satisfies RouteHandle;
const write = { permission: 'organisation:write', personal: true } satisfies RouteHandle;

export const organisationNavigation: NavigationItem[] = [
  { ...peoplePages.people, key: 'people', group: 'system', order: 10, icon: TeamOutlined },
  { ...peoplePages.departments, key: 'departments', group: 'system', order: 20, icon: ApartmentOutlined },
];

export const organisationRoutes: RouteObject[] = [
  { path: 'people/:id', lazy: page('people', () => import('../pages/colleague.tsx')) },
  { path: 'system/people', lazy: page('people', () => import('../pages/people.tsx')), handle: read },
  { path: 'system/people/changes', lazy: page('people', () => import('../bulk-changes/bulk-changes-page.tsx')), handle: write },
  { path: 'system/people/changes/:id', lazy: page('people', () => import('../bulk-changes/bulk-change-page.tsx')), handle: write },
  { path: 'system/people/:id', lazy: page('people', () => import('../pages/person.tsx')), handle: read },
  { path: 'system/departments', lazy: page('people', () => import('../pages/departments.tsx')), handle: read },
];
