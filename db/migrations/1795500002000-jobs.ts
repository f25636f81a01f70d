import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events on their way to the queue, jobs people wait for, messages to open pages. */
export class Jobs1795500002000 implements MigrationInterface {
  name = 'Jobs1795500002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.outbox (
        id bigint generated always as identity,
        transaction_id bigint not null,
        event text not null,
        payload jsonb not null,
        at timestamptz not null,
        constraint outbox_pkey primary key (id)
      );
      create table platform.job (
        id uuid not null,
        kind text not null,
        parameters jsonb not null,
        person_id uuid not null,
        login_id uuid not null,
        address text not null,
        request_id text not null,
        language text not null,
        status text not null,
        attempt integer not null,
        done integer not null,
        total integer,
        file_id uuid,
        failure_code text,
        failure_values jsonb,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        constraint job_pkey primary key (id),
        constraint job_status check (status in ('queued', 'running', 'done', 'failed')),
        constraint job_file_id_fkey foreign key (file_id) references platform.file (id)
      );
      create index job_person on platform.job (person_id, created_at);
      create index job_file on platform.job (file_id) where file_id is not null;
      create index job_created on platform.job (created_at);
      create table platform.live_message (
        id bigint generated always as identity,
        transaction_id bigint not null,
        topic text not null,
        key text not null,
        data jsonb not null,
        at timestamptz not null,
        constraint live_message_pkey primary key (id)
      );
      create index live_message_order on platform.live_message (transaction_id, id);
      create index live_message_at on platform.live_message (at);

      grant select, insert, delete on platform.outbox, platform.live_message to zhixing_app;
      grant update (id) on platform.outbox to zhixing_app;
      grant select, insert, update, delete on platform.job to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.live_message, platform.job, platform.outbox');
  }
}
