import { z } from 'zod';

/** The ways a message takes: inside the application, by mail. */
export const Channel = z.enum(['app', 'mail']);
export type Channel = z.infer<typeof Channel>;

/** Time of day in Beijing, to the minute. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `on` = reminded by the number in the bell, or by mail; `mandatory` = cannot be switched off; `none` = never goes this way. */
export const ChannelChoice = z.enum(['on', 'off', 'mandatory', 'none']);
export type ChannelChoice = z.infer<typeof ChannelChoice>;

/** `GET /notifications/preferences`: what the person chose. Between `quietFrom` and `quietUntil` no mail is sent; the same time twice = never quiet. */
export const MessagePreferences = z.object({
  /** Whether the house sends mail at all. */
  mail: z.boolean(),
  quietFrom: TimeOfDay,
  quietUntil: TimeOfDay,
  groups: z.array(z.object({ name: z.string(), label: z.string(), app: ChannelChoice, mail: ChannelChoice })),
});
export type MessagePreferences = z.infer<typeof MessagePreferences>;

/** `PUT /notifications/preferences`: everything anew. */
export const SaveMessagePreferences = z.strictObject({
  quietFrom: TimeOfDay,
  quietUntil: TimeOfDay,
  muted: z.array(z.strictObject({ group: z.string().max(100), channel: Channel })).max(200),
});
export type SaveMessagePreferences = z.infer<typeof SaveMessagePreferences>;
