import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const accessPermissions = definePermissions({
  /** Finish or give up a sign-in: the one thing a login may do that still waits for a code. */
  'login:enter': [EVERYONE],
  /** See who one is, list and end one's own logins. */
  'login:own': [EVERYONE],
  /** Give people their first or a new password by a link, end their logins. */
  'account:administer': ['security_admin'],
});
