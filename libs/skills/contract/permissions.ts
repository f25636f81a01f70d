import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const skillsPermissions = definePermissions({
  /** Read the framework and the role profiles; a person's skills as self, manager or L&D administrator. */
  'skill:read': [EVERYONE],
  /** Assess oneself and choose a target; only one's own. */
  'skill:own': [EVERYONE],
  /** Decide on what people of one's line or scope claim of their skills. */
  'skill:review': ['ld_admin', 'manager'],
  /** Edit and publish the framework; those whose scope is the whole bank. */
  'skill:write': ['ld_admin'],
});
