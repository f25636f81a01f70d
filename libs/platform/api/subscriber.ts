import type { Type } from '@nestjs/common';
import type { EventDefinition } from '@zhixing/platform/contract';
import type { z } from 'zod';

/** Does what follows from an event. May be called again with the same event, also after it succeeded: it must come to the same result. */
export interface EventHandler<T = unknown> {
  handle(payload: T, delivery: Delivery): Promise<void>;
}

/** One try to hand an event over. */
export interface Delivery {
  /** Whether a failure now is the last one: the event then goes to the dead letters. */
  last: boolean;
  /** Ends when this process has lost the event to another worker. */
  signal: AbortSignal;
}

/** A room's interest in an event of a room below, served by a provider of its module. `name` is that of the queue (`insights.team_changed`). */
export interface Subscriber {
  name: string;
  event: EventDefinition;
  by: Type<EventHandler>;
}

/** Declares a subscriber; the handler's payload is that of the event. */
export const subscriber = <T extends z.ZodType>(name: string, event: EventDefinition<T>, by: Type<EventHandler<z.infer<T>>>): Subscriber => ({ name, event, by: by as Type<EventHandler> });

/** Something a room does again and again, however many workers there are once a time. Must be safe to repeat. */
export interface Task {
  name: string;
  /** When, as five cron fields in Asia/Shanghai. */
  cron: string;
  by: Type<{ run(): Promise<void> }>;
}
