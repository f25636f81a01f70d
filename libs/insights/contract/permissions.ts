import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const insightsPermissions = definePermissions({
  /** One's own home page. */
  'home:read': [EVERYONE],
  /** The team page; whose rows is decided by today's manager relations. */
  'team:read': ['manager'],
});
