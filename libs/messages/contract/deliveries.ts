import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Where a mail stands that did not arrive: `failed` will be tried again by itself, `dead` will not. */
export const TroubledState = z.enum(['failed', 'dead']);
export type TroubledState = z.infer<typeof TroubledState>;

/** `GET /messages/deliveries`: what is in trouble, newest first. */
export const DeliveryQuery = PageQuery.extend({ state: TroubledState.optional() });
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** One mail in trouble. What it says is not shown: `about` is its group of messages, null for a digest. `unknown` = the server took it but did not answer, so it may have arrived. */
export const Delivery = z.object({
  id: Id,
  person: PersonCard,
  about: z.string().nullable(),
  state: TroubledState,
  attempts: z.int(),
  reason: z.string(),
  unknown: z.boolean(),
  nextAt: Instant.nullable(),
  createdAt: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryList = pageOf(Delivery);
export type DeliveryList = z.infer<typeof DeliveryList>;

/** `GET /messages/mail`: how the mail of the house does. `to` = where it goes; null = no mail is set up. */
export const MailState = z.object({
  to: z.enum(['server', 'folder']).nullable(),
  waiting: z.int(),
  failed: z.int(),
  dead: z.int(),
  sentToday: z.int(),
  perDay: z.int(),
});
export type MailState = z.infer<typeof MailState>;
