import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const accessPermissions = definePermissions({
  /** See who one is, list and end one's own logins. */
  'login:own': [EVERYONE],
});
