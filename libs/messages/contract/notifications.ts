import { Id, Instant, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';

/** `GET /notifications`: newest first; `unread=1` leaves out what was read. */
export const NotificationQuery = PageQuery.extend({ unread: z.enum(['0', '1']).default('0').transform((value) => value === '1') });
export type NotificationQuery = z.infer<typeof NotificationQuery>;

/** One message in the reader's language. `link` = the page, or the file below `/api/`, that shows exactly this. */
export const Notification = z.object({
  id: Id,
  title: z.string(),
  body: z.string(),
  group: z.string(),
  link: z.string(),
  at: Instant,
  read: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const NotificationList = pageOf(Notification);
export type NotificationList = z.infer<typeof NotificationList>;

/** How many messages the person has not read. */
export const UnreadCount = z.object({ unread: z.int() });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** `POST /notifications/read`: these, or without `ids` all there are now. */
export const ReadNotifications = z.strictObject({ ids: z.array(Id).min(1).max(100).optional() });
export type ReadNotifications = z.infer<typeof ReadNotifications>;
