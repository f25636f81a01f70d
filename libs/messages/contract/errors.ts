import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const messagesErrors = {
  'messages.not_troubled': { status: 409, zh: '这封邮件已在重新发送，或已经送达。', en: 'This mail is already being sent again, or has arrived.' },
} as const satisfies ErrorCatalogue;
