import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const peoplePermissions = definePermissions({
  /** Change one's own language and theme. */
  'preferences:write': [EVERYONE],
  /** Find colleagues and see their cards. */
  'person:find': [EVERYONE],
  /** See the organisation and everybody's place in it, today and before. */
  'people:read': ['ld_admin', 'system_admin', 'security_admin'],
  /** Change departments, places, managers, leave and employment. */
  'organisation:write': ['system_admin'],
  /** Bring in files of the HR system. */
  'hr:import': ['system_admin'],
  /** Shut a person out and let them in again. */
  'person:disable': ['system_admin', 'security_admin'],
});
