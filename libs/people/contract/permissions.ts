import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const peoplePermissions = definePermissions({
  /** Change one's own language and theme. */
  'preferences:write': [EVERYONE],
});
