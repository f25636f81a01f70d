import type { MessageTemplate } from '@zhixing/platform/api';

/** What system administrators are told of the scheduled feed. */
export const hrImportMessages = {
  waiting: {
    name: 'people.hr_import_waiting', group: { name: 'administration', label: { zh: '系统管理', en: 'Administration' } }, mail: 'now',
    title: { zh: '人事文件待确认：将影响 {affected} 人', en: 'An HR file waits for you: {affected} people affected' },
    body: { zh: '定时收到的文件“{file}”影响超过 2% 的员工，核对差异并输入人数后才会执行。', en: 'The scheduled file “{file}” affects more than 2% of the staff. It is applied once you have looked at it and typed the number.' },
  },
} as const satisfies Record<string, MessageTemplate>;
