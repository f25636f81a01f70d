import type { Localized } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { statement, type Transaction } from './database.ts';
import { emit } from './outbox.ts';
import { platformEvents } from './platform.events.ts';

/** Messages of one kind, which a person mutes together. */
export interface MessageGroup {
  name: string;
  label: Localized;
}

/** A sentence people are told; `{name}` in its texts is filled from the message's values. */
export interface MessageTemplate {
  /** With the room in front: `courses.completed`. */
  name: string;
  group: MessageGroup;
  title: Localized;
  body: Localized;
  /** `now` = at once outside of quiet hours, `digest` = in the one mail of the next morning, `none` = only in the application. */
  mail: 'now' | 'digest' | 'none';
  /** Nobody can mute it. */
  mandatory?: true;
}

/** What fills a template: the same for all readers, or one text for each language. */
export type MessageValues = Record<string, string | number | Localized>;

/** One thing some people are to know. The key (person, template, subject, stage, cycle) is told once, however often it is said. */
export interface Message {
  template: MessageTemplate;
  /** Person ids. */
  to: readonly string[];
  /** What it is about. */
  subject: { type: string; id: string };
  /** Which of several messages about the subject: `reminder-7`. */
  stage?: string;
  /** Which repetition of the whole: `2026-Q1`. */
  cycle?: string;
  values?: MessageValues;
  /** The path of the page, or of the file, that shows exactly this. */
  link: string;
  /** When it happened; now when absent. */
  at?: Date;
}

/** Message for each of persons $2 under ids $1: template $3, subject $4 $5, stage $6, cycle $7, values $8, link $9, time $10 or now. */
const NOTIFY = statement(
  'platform.notify',
  `insert into platform.message_outbox (id, person_id, template, subject_type, subject_id, stage, cycle, "values", link, at)
   select t.id, t.person_id, $3, $4, $5, $6, $7, $8, $9, coalesce($10, platform.now()) from unnest($1::uuid[], $2::uuid[]) t (id, person_id)
   on conflict on constraint message_outbox_key do nothing`,
);

/** Says something to people in the transaction of what they are told; it reaches them after the commit, once each, in the ways they chose. */
export async function notify(tx: Transaction, { template, to, subject, stage = '', cycle = '', values = {}, link, at }: Message): Promise<void> {
  const persons = [...new Set(to)];
  if (!persons.length) return;
  await tx.rows(NOTIFY, [persons.map(() => uuid()), persons, template.name, subject.type, subject.id, stage, cycle, values, link, at ?? null]);
  await emit(tx, platformEvents['platform.notified'], {});
}

/** A message between the transaction that wrote it and the room that delivers it. */
export interface OutgoingMessage {
  id: string;
  person_id: string;
  template: string;
  subject_type: string;
  subject_id: string;
  stage: string;
  cycle: string;
  values: MessageValues;
  link: string;
  at: Date;
}

const TAKE_MESSAGES = statement(
  'platform.take_messages',
  `with taken as (
     delete from platform.message_outbox where id in (select id from platform.message_outbox where template = any($2) order by id limit $1 for update skip locked)
     returning *)
   select * from taken order by id`,
);

/** Takes at most `limit` messages of these templates out, for the room that delivers them; those that another worker is taking are left to it, and unknown ones to a newer release. */
export const takeMessages = (tx: Transaction, templates: readonly string[], limit: number): Promise<OutgoingMessage[]> => tx.rows<OutgoingMessage>(TAKE_MESSAGES, [limit, templates]);

/** Injection token of all rooms' MessageTemplates. */
export const MESSAGE_TEMPLATES = Symbol('MessageTemplates');
