import BellOutlined from '@ant-design/icons/BellOutlined';
import MailOutlined from '@ant-design/icons/MailOutlined';
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { messagesPages } from '@zhixing/messages/contract';
import { fill, loadTexts, page, type RouteHandle, topBar, type WebRoom } from '@zhixing/platform/web';
import { lazy } from 'react';

const Bell = lazy(async () => {
  const [module] = await Promise.all([import('./components/bell.tsx'), loadTexts('messages')]);
  return module;
});

/** What the person was told, how they want to be told, and the mail of the house. */
export const messages: WebRoom = {
  name: 'messages',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...messagesPages.notifications, key: 'notifications', group: 'person', order: 20, icon: BellOutlined },
    { ...messagesPages.settings, key: 'settings', group: 'person', order: 30, icon: SettingOutlined },
    { ...messagesPages.deliveries, key: 'deliveries', group: 'system', order: 50, icon: MailOutlined },
  ],
  routes: [
    { path: 'notifications', lazy: page('messages', () => import('./pages/notifications.tsx')) },
    { path: 'notifications/settings', lazy: page('messages', () => import('./pages/settings.tsx')) },
    { path: 'system/messages', lazy: page('messages', () => import('./pages/deliveries.tsx')), handle: { permission: 'message:administer', personal: true } satisfies RouteHandle },
  ],
  fills: [fill(topBar, Bell)],
};
