import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const MY_DATA: MessageGroup = { name: 'my-data', label: { zh: '我的数据', en: 'My data' } };

/** What people are told about their data. */
export const auditMessages = {
  correctionAnswered: {
    name: 'audit.correction_answered', group: MY_DATA, mail: 'now', mandatory: true,
    title: { zh: '您的更正申请已答复：{about}', en: 'Your request for correction was answered: {about}' },
    body: { zh: '答复见“我的数据”。', en: 'The answer stands in “My data”.' },
  },
} as const satisfies Record<string, MessageTemplate>;
