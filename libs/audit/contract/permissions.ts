import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const auditPermissions = definePermissions({
  /** Read, export and verify the audit trail. */
  'audit:read': ['audit_admin'],
  /** See who looked at one's own record. */
  'view:own': [EVERYONE],
});
