import CloudUploadOutlined from '@ant-design/icons/CloudUploadOutlined';
import { peoplePages } from '@zhixing/people/contract';
import { type NavigationItem, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';

const handle = { permission: 'hr:import', personal: true } satisfies RouteHandle;

export const hrImportNavigation: NavigationItem[] = [{ ...peoplePages.hrImports, key: 'hr-imports', group: 'system', order: 40, icon: CloudUploadOutlined }];

export const hrImportRoutes: WebRoom['routes'] = [
  { path: 'system/hr-imports', lazy: page('people', () => import('./hr-imports-page.tsx')), handle },
  { path: 'system/hr-imports/:id', lazy: page('people', () => import('./hr-import-page.tsx')), handle },
];
