import type { RecipientRow } from './deliveries.queries.ts';

/** What one person is sent, in their language, without form. `id` is the same at every try, so that a receiver can tell repetitions. */
export interface Letter {
  id: string;
  to: string;
  name: string;
  subject: string;
  text: string;
  at: Date;
}

/** A way out of the house; another one is another provider in `CHANNELS`. */
export interface OutgoingChannel {
  name: 'mail';
  perMinute: number;
  perDay: number;
  /** Where this person is reached; null = not this way. */
  addressOf(person: RecipientRow): string | null;
  /**
   * Sends one letter; ends in bounded time. `handOver` is awaited just before the receiver gets the first byte of the text, and nothing leaves when it throws.
   * @throws ChannelFailure
   */
  send(letter: Letter, handOver: () => Promise<void>): Promise<void>;
}

/** Injection token of the channels that are set up. */
export const CHANNELS = Symbol('Channels');

/** Why a letter was not sent. */
export class ChannelFailure extends Error {
  constructor(
    message: string,
    /** `letter` = this one was refused, `channel` = no other would fare better now. */
    readonly fault: 'letter' | 'channel',
    /** The receiver had the text and did not answer: it may have arrived. */
    readonly unknown = false,
  ) {
    super(message);
  }
}
