import type { ActWords } from '@zhixing/platform/api';

export const accessActs: ActWords = {
  actions: {
    'login.open': { zh: '登录', en: 'Signed in' },
    'login.refuse': { zh: '登录被拒绝', en: 'Sign-in refused' },
    'login.lock': { zh: '账号被锁定', en: 'Account locked' },
    'login.end': { zh: '结束登录', en: 'Ended a login' },
  },
  objects: {
    login: { zh: '登录', en: 'Login' },
    credential: { zh: '账号', en: 'Account' },
  },
};
