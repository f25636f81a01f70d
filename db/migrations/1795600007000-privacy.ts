import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reasons of exports; corrections people ask for, the notice they have read, what was purged, who leaves. */
export class Privacy1795600007000 implements MigrationInterface {
  name = 'Privacy1795600007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.job add column reason text;
      grant delete on access.login to zhixing_app;

      create schema audit;
      grant usage on schema audit to zhixing_app;

      create table audit.correction (
        id uuid not null,
        person_id uuid not null,
        about text not null,
        text text not null,
        created_at timestamptz not null,
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        constraint correction_pkey primary key (id),
        constraint correction_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
      );
      create index correction_person on audit.correction (person_id, created_at);
      create index correction_created on audit.correction (created_at, id);

      create table audit.acknowledgement (
        person_id uuid not null,
        version integer not null,
        at timestamptz not null,
        constraint acknowledgement_pkey primary key (person_id, version)
      );

      create table audit.purge (
        id uuid not null,
        at timestamptz not null,
        rule text not null,
        rows integer not null,
        constraint purge_pkey primary key (id)
      );
      create index purge_rule on audit.purge (rule, at);

      create table audit.departure (
        person_id uuid not null,
        due_on date not null,
        constraint departure_pkey primary key (person_id)
      );

      grant select, insert on audit.acknowledgement, audit.purge to zhixing_app;
      grant select, insert, update on audit.correction to zhixing_app;
      grant select, insert, update, delete on audit.departure to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade; revoke delete on access.login from zhixing_app; alter table platform.job drop column reason');
  }
}
