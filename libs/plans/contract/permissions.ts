import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const plansPermissions = definePermissions({
  /** See what one has been assigned, and ask for more time. */
  'obligation:own': [EVERYONE],
  /** See and remind the people one answers for, decide on their requests; whose is decided by manager relations and the scope. */
  'obligation:oversee': ['ld_admin', 'manager'],
  /** Assign: managers to people of their line, L&D administrators by rule; nominate. */
  'assignment:write': ['ld_admin', 'manager'],
  /** Audience rules, reconciliation, exceptions, waivers, nominations to decide. */
  'assignment:administer': ['ld_admin'],
  /** Classes one is on the roster of: agenda, check-in, survey. */
  'class:own': [EVERYONE],
  /** Training classes of one's scope: programme, roster, attendance, survey, report. */
  'class:administer': ['ld_admin'],
  /** See learning paths, follow them. */
  'path:own': [EVERYONE],
  /** Draft, publish and retire learning paths; whose is decided by the scope. */
  'path:administer': ['ld_admin'],
});
