import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: the kernel's outbox, their messages, the ways out of the house, and what they chose. */
export class Messages1795600005000 implements MigrationInterface {
  name = 'Messages1795600005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.message_outbox (
        id uuid not null,
        person_id uuid not null,
        template text not null,
        subject_type text not null,
        subject_id text not null,
        stage text not null,
        cycle text not null,
        "values" jsonb not null,
        link text not null,
        at timestamptz not null,
        constraint message_outbox_pkey primary key (id),
        constraint message_outbox_key unique (person_id, template, subject_type, subject_id, stage, cycle)
      );
      grant select, insert, delete on platform.message_outbox to zhixing_app;
      grant update (id) on platform.message_outbox to zhixing_app;

      create schema messages;
      grant usage on schema messages to zhixing_app;

      create table messages.message (
        id uuid not null,
        person_id uuid not null,
        template text not null,
        subject_type text not null,
        subject_id text not null,
        stage text not null,
        cycle text not null,
        "values" jsonb not null,
        link text not null,
        at timestamptz not null,
        read_at timestamptz,
        constraint message_pkey primary key (id),
        constraint message_key unique (person_id, template, subject_type, subject_id, stage, cycle)
      );
      create index message_person on messages.message (person_id, at, id);
      create index message_at on messages.message (at);
      create index message_unread on messages.message (person_id, at, id) where read_at is null;

      create table messages.delivery (
        id uuid not null,
        channel text not null,
        person_id uuid not null,
        message_id uuid,
        digest_day date,
        digest_id uuid,
        state text not null,
        attempts integer not null,
        next_at timestamptz,
        handed_over_at timestamptz,
        reason text,
        created_at timestamptz not null,
        finished_at timestamptz,
        constraint delivery_pkey primary key (id),
        constraint delivery_message unique (message_id, channel),
        constraint delivery_digest unique (person_id, channel, digest_day),
        constraint delivery_kind check ((message_id is null) <> (digest_day is null)),
        constraint delivery_state check (state in ('waiting', 'queued', 'sending', 'sent', 'failed', 'dead', 'muted', 'digested')),
        constraint delivery_message_fkey foreign key (message_id) references messages.message (id),
        constraint delivery_digest_fkey foreign key (digest_id) references messages.delivery (id)
      );
      create index delivery_due on messages.delivery (channel, next_at) where state in ('queued', 'failed', 'sending');
      create index delivery_digest_day on messages.delivery (digest_day) where digest_day is not null;
      create index delivery_waiting on messages.delivery (channel, person_id) where state = 'waiting';
      create index delivery_troubled on messages.delivery (created_at, id) where state in ('failed', 'dead');
      create index delivery_digest_items on messages.delivery (digest_id) where digest_id is not null;

      create table messages.mute (
        person_id uuid not null,
        "group" text not null,
        channel text not null,
        constraint mute_pkey primary key (person_id, "group", channel)
      );
      create table messages.quiet_hours (
        person_id uuid not null,
        quiet_from text not null,
        quiet_until text not null,
        constraint quiet_hours_pkey primary key (person_id)
      );
      create table messages.quota (
        channel text not null,
        slot text not null,
        used integer not null,
        constraint quota_pkey primary key (channel, slot)
      );
      grant select, insert, update, delete on messages.message, messages.delivery, messages.mute, messages.quiet_hours, messages.quota to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema messages cascade; drop table platform.message_outbox');
  }
}
