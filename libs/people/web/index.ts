import type { WebRoom } from '@zhixing/platform/web';
import { holidayNavigation, holidayRoutes } from './holidays/routes.tsx';
import { hrImportNavigation, hrImportRoutes } from './hr-imports/routes.tsx';
import { organisationNavigation, organisationRoutes } from './organisation/routes.tsx';
import { roleNavigation, roleRoutes } from './roles/routes.tsx';

export { choicesQuery, colleagueQuery, departmentsQuery } from './organisation/api.ts';
export { DepartmentPicker, PersonPicker } from './organisation/doors.ts';
export { personTabs } from './organisation/slots.ts';

/** People and departments: who works where, today and before; who holds which role. */
export const people: WebRoom = {
  name: 'people',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [...organisationNavigation, ...roleNavigation, ...hrImportNavigation, ...holidayNavigation],
  routes: [...organisationRoutes, ...roleRoutes, ...hrImportRoutes, ...holidayRoutes],
};
