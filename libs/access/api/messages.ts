import type { MessageTemplate } from '@zhixing/platform/api';

/** What people are told of their own account; whoever may have got into it cannot mute it. */
const about = { group: { name: 'account', label: { zh: '账号安全', en: 'Account security' } }, mail: 'now', mandatory: true } as const;

/** What can happen to a second factor, as its person reads it. */
export const CHANGES = {
  enrolled: { zh: '已启用', en: 'switched on' },
  codesRenewed: { zh: '恢复码已更换', en: 'new recovery codes made' },
  codeUsed: { zh: '使用了一个恢复码', en: 'a recovery code was used' },
  removed: { zh: '已停用', en: 'switched off' },
} as const;

export const accessMessages = {
  changed: {
    ...about, name: 'access.second_factor_changed',
    title: { zh: '双因素认证：{change}', en: 'Second factor: {change}' },
    body: { zh: '如果不是您本人操作，请立即修改密码，并联系安全管理员。', en: 'If this was not you, change your password at once and tell a security administrator.' },
  },
  reset: {
    ...about, name: 'access.second_factor_reset',
    title: { zh: '您的双因素认证已被重置', en: 'Your second factor was reset' },
    body: { zh: '{administrator} 重置了您的双因素认证，您的登录均已结束。登录后请在“我的”页面重新设置；如果您没有提出过，请立即联系安全管理员。', en: '{administrator} reset it and ended your logins. Set it up again under “Me”; if you did not ask for this, tell a security administrator at once.' },
  },
} as const satisfies Record<string, MessageTemplate>;
