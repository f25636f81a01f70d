import { definePermissions, EVERYONE } from '@zhixing/platform/contract';

export const messagesPermissions = definePermissions({
  /** Read one's own messages and choose the ways they come. */
  'message:own': [EVERYONE],
  /** See which mails did not arrive, and send them again. */
  'message:administer': ['system_admin'],
});
