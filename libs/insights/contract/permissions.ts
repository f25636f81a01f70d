import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const insightsPermissions = definePermissions({
  /** One's own home page. */
  'home:read': [EVERYONE],
  /** The team page; whose rows is decided by today's manager relations. */
  'team:read': ['manager'],
  /** Make packs of evidence; of which assignments and people is decided by the scope. */
  'evidence:make': ['ld_admin', 'audit_admin'],
  /** See the evidence of the whole bank, and which packs were made. */
  'evidence:read': ['audit_admin'],
  /** The workbench of L&D; whose figures is decided by the scope. */
  'workbench:read': ['ld_admin'],
});
