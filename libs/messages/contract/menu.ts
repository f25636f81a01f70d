import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const messagesPages = definePages({
  notifications: { path: '/notifications', title: { zh: '消息', en: 'Messages' }, permission: 'message:own' },
  settings: { path: '/notifications/settings', title: { zh: '通知设置', en: 'Message settings' }, permission: 'message:own' },
  deliveries: { path: '/system/messages', title: { zh: '邮件发送', en: 'Mail delivery' }, permission: 'message:administer' },
});
