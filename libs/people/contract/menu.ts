import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const peoplePages = definePages({
  people: { path: '/system/people', title: { zh: '员工管理', en: 'People' }, permission: 'people:read' },
  departments: { path: '/system/departments', title: { zh: '组织架构', en: 'Departments' }, permission: 'people:read' },
  hrImports: { path: '/system/hr-imports', title: { zh: '人事导入', en: 'HR import' }, permission: 'hr:import' },
  holidays: { path: '/system/holidays', title: { zh: '节假日', en: 'Holidays' }, permission: 'people:read' },
});
