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
  /** Bring in past and offline results; of whom is decided by the scope. */
  'result:import': ['ld_admin'],
  /** Classes one is on the roster of: agenda, check-in, survey. */
  'class:own': [EVERYONE],
  /** What one is certified for: renew, hand in certificates of other bodies. */
  'certification:own': [EVERYONE],
  /** Certifications, their holders in one's scope, certificates to check, who works without. */
  'certification:administer': ['ld_admin'],
  /** Training classes of one's scope: programme, roster, attendance, survey, report. */
  'class:administer': ['ld_admin'],
  /** Items of annual plans one is the owner of. */
  'plan:own': [EVERYONE],
  /** Propose what the own department needs, and see what became of it. */
  'plan:propose': ['manager'],
  /** Annual plans of one's scope: items, needs, plan against actual; approve what somebody else submitted. */
  'plan:administer': ['ld_admin'],
  /** See learning paths, follow them. */
  'path:own': [EVERYONE],
  /** Draft, publish and retire learning paths; whose is decided by the scope. */
  'path:administer': ['ld_admin'],
});
