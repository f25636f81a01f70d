import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const coursesPermissions = definePermissions({
  /** Browse the catalogue; which courses is decided by each course's audience. */
  'course:read': [EVERYONE],
  /** Register and learn; one's own registrations only. */
  'registration:own': [EVERYONE],
  /** See a course's statistics; a trainer those of the courses they own. */
  'course:statistics': ['ld_admin', 'trainer'],
  /** Import, edit and publish courses, and export them; a trainer those they own. */
  'course:write': ['ld_admin', 'trainer'],
  /** Correct the grade of an attempt at a course one administers, by name and with a reason. */
  'grade:correct': ['ld_admin'],
});
