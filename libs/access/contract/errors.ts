import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const accessErrors = {
  'access.wrong_credentials': { status: 401, zh: '账号或密码不正确。', en: 'Login or password is wrong.' },
  'access.locked': { status: 423, zh: '连续输错次数过多，账号已锁定，请 {minutes} 分钟后再试。', en: 'Too many failed tries: the account is locked. Try again in {minutes} minutes.' },
  'access.wrong_password': { status: 400, zh: '当前密码不正确。', en: 'The current password is wrong.' },
  'access.password_expired': { status: 403, zh: '密码已超过 {days} 天，请设置新密码后登录。', en: 'The password is older than {days} days. Choose a new one to sign in.' },
  'access.password_short': { status: 400, zh: '新密码至少 {minimum} 个字符。', en: 'The new password needs at least {minimum} characters.' },
  'access.password_classes': { status: 400, zh: '新密码须包含大写字母、小写字母、数字、其他字符中的至少 {classes} 类。', en: 'The new password needs at least {classes} of: capital letters, small letters, digits, other characters.' },
  'access.password_common': { status: 400, zh: '这个密码太常见，容易被猜到，请换一个。', en: 'This password is too common and easy to guess. Choose another one.' },
  'access.password_personal': { status: 400, zh: '密码不能包含账号或员工号。', en: 'The password must not contain your login or staff number.' },
  'access.password_reused': { status: 400, zh: '新密码不能与最近 {history} 次用过的相同。', en: 'The new password must differ from your last {history}.' },
  'access.link_void': { status: 404, zh: '链接无效，或已使用、已过期，请向安全管理员索取新的链接。', en: 'The link is wrong, used or expired. Ask a security administrator for a new one.' },
  'access.not_this_account': { status: 409, zh: '不能为自己或其他安全管理员发放激活链接。', en: 'No link for yourself or another security administrator.' },
  'access.second_factor_required': { status: 401, zh: '还差一步：请输入动态验证码完成登录。', en: 'One more step: enter your code to finish signing in.' },
  'access.second_factor_needed': { status: 403, zh: '管理员须先设置双因素认证，才能使用系统。', en: 'Administrators need a second factor before they can go on.' },
  'access.wrong_code': { status: 400, zh: '验证码不正确，或已经用过，请输入应用当前显示的验证码。', en: 'The code is wrong or was used before. Enter the one your app shows now.' },
  'access.enrolment_over': { status: 409, zh: '这次设置已过期，请重新开始。', en: 'This set-up has expired. Start again.' },
  'access.second_factor_kept': { status: 409, zh: '管理员必须使用双因素认证，不能停用；更换手机请用“更换设备”。', en: 'Administrators must keep a second factor. To change phones, use “Change device”.' },
  'access.own_second_factor': { status: 409, zh: '不能重置自己的双因素认证，请由另一位安全管理员办理。', en: 'You cannot reset your own second factor. Ask another security administrator.' },
} as const satisfies ErrorCatalogue;
