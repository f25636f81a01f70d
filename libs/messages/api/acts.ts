import type { ActWords } from '@zhixing/platform/api';

export const messagesActs: ActWords = {
  actions: { 'message.resend': { zh: '重新发送邮件', en: 'Sent a mail again' } },
  objects: { delivery: { zh: '邮件', en: 'Mail' } },
};
