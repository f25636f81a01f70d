import type { ActWords } from '@zhixing/platform/api';

export const accessActs: ActWords = {
  actions: {
    'login.open': { zh: '登录', en: 'Signed in' },
    'login.refuse': { zh: '登录被拒绝', en: 'Sign-in refused' },
    'login.lock': { zh: '账号被锁定', en: 'Account locked' },
    'credential.invite': { zh: '发出账号启用链接', en: 'Handed out an activation link' },
    'credential.activate': { zh: '启用账号并设置密码', en: 'Activated an account' },
    'password.change': { zh: '修改密码', en: 'Changed the password' },
    'login.end': { zh: '结束登录', en: 'Ended a login' },
  },
  objects: {
    login: { zh: '登录', en: 'Login' },
    credential: { zh: '账号', en: 'Account' },
  },
};
