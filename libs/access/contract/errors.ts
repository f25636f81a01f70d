import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const accessErrors = {
  'access.wrong_credentials': { status: 401, zh: '账号或密码不正确。', en: 'Login or password is wrong.' },
  'access.locked': { status: 423, zh: '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试。', en: 'Too many failed tries: the account is locked. Try again in {minutes} minutes.' },
} as const satisfies ErrorCatalogue;
