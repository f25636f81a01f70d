import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const auditPermissions = definePermissions({
  /** Read, export and verify the audit trail. */
  'audit:read': ['audit_admin'],
  /** One's own data: who looked at it, a copy, what is wrong with it, the privacy notice. */
  'data:own': [EVERYONE],
  /** Answer what people say is wrong with their data. */
  'correction:answer': ['system_admin'],
  /** See how long which data are kept, and what the purge deleted. */
  'retention:read': ['audit_admin', 'system_admin'],
});
