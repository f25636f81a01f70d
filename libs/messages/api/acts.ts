import type { ActWords } from '@zhixing/platform/api';

export const messagesActs: ActWords = {
  actions: { 'message.resend': { zh: '重新发送消息', en: 'Sent a message again' } },
  objects: { delivery: { zh: '消息投递', en: 'Delivery' } },
};
