import type { ActWords } from '@zhixing/platform/api';

export const accessActs: ActWords = {
  actions: {
    'login.open': { zh: '登录', en: 'Signed in' },
    'login.begin': { zh: '密码正确，等待动态验证码', en: 'Password accepted, waiting for a code' },
    'login.refuse': { zh: '登录被拒绝', en: 'Sign-in refused' },
    'login.lock': { zh: '账号被锁定', en: 'Account locked' },
    'credential.invite': { zh: '发出账号启用链接', en: 'Handed out an activation link' },
    'credential.activate': { zh: '启用账号并设置密码', en: 'Activated an account' },
    'password.change': { zh: '修改密码', en: 'Changed the password' },
    'second_factor.enrol': { zh: '启用双因素认证', en: 'Switched on a second factor' },
    'second_factor.renew_codes': { zh: '更换恢复码', en: 'Made new recovery codes' },
    'second_factor.use_recovery_code': { zh: '使用恢复码', en: 'Used a recovery code' },
    'second_factor.remove': { zh: '停用双因素认证', en: 'Switched off the second factor' },
    'second_factor.reset': { zh: '重置双因素认证', en: 'Reset a second factor' },
    'login.end': { zh: '结束登录', en: 'Ended a login' },
  },
  objects: {
    login: { zh: '登录', en: 'Login' },
    second_factor: { zh: '双因素认证', en: 'Second factor' },
    credential: { zh: '账号', en: 'Account' },
  },
};
