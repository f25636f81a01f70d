import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const accessPermissions = definePermissions({
  /** See who one is, list and end one's own logins. */
  'login:own': [EVERYONE],
  /** Give people their first or a new password by a link, end their logins. */
  'account:administer': ['security_admin'],
});
