import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import { peoplePages } from '@zhixing/people/contract';
import { type NavigationItem, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const handle = { permission: 'people:read' } satisfies RouteHandle;

export const holidayNavigation: NavigationItem[] = [{ ...peoplePages.holidays, key: 'holidays', group: 'system', order: 35, icon: CalendarOutlined }];

export const holidayRoutes: WebRoom['routes'] = [{ path: 'system/holidays', lazy: page('people', () => import('./holidays-page.tsx')), handle }];
