import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const recognitionPermissions = definePermissions({
  /** One's own certificates, hours and points; the board of one's own department. */
  'recognition:own': [EVERYONE],
  /** Certificates and hours of others: a manager those of the line, an L&D administrator those of the scope. */
  'recognition:read': ['ld_admin', 'manager'],
  /** Decide on certificates and correct hours, within the scope; set the rules, for the whole bank. */
  'recognition:administer': ['ld_admin'],
});
