import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { rolePages } from '@zhixing/people/contract';
import { type NavigationItem, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const read = { permission: 'role:read' } satisfies RouteHandle;
const people = { ...read, personal: true } satisfies RouteHandle;

export const roleNavigation: NavigationItem[] = [{ ...rolePages.roles, key: 'roles', group: 'system', order: 30, icon: SafetyCertificateOutlined }];

export const roleRoutes: WebRoom['routes'] = [
  { path: 'system/roles', lazy: page('people', () => import('../pages/roles.tsx')), handle: people },
  { path: 'system/roles/reviews/:id', lazy: page('people', () => import('../pages/access-review.tsx')), handle: people },
  { path: 'system/roles/:role', lazy: page('people', () => import('../pages/role.tsx')), handle: people },
];
