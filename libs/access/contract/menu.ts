import { definePages } from '@zhixing/platform/contract';

/** The room's pages in the menu. */
export const accessPages = definePages({
  me: { path: '/me', title: { zh: '我的', en: 'Me' }, permission: 'login:own' },
  password: { path: '/me/password', title: { zh: '修改密码', en: 'Change password' }, permission: 'login:own' },
});
