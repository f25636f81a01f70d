import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Local credentials, one row per login, failed tries. */
export class Access1795392002000 implements MigrationInterface {
  name = 'Access1795392002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema access;
      grant usage on schema access to zhixing_app;

      create table access.credential (
        person_id uuid not null,
        login text not null,
        password_hash text not null,
        changed_at timestamptz not null,
        constraint credential_pkey primary key (person_id)
      );
      create unique index credential_login on access.credential (login);
      create table access.login (
        id uuid not null,
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        address text not null,
        device text not null,
        ended_at timestamptz,
        constraint login_pkey primary key (id)
      );
      create index login_person on access.login (person_id);
      create unique index login_token on access.login (token_hash);
      create table access.login_failure (
        login text not null,
        failures integer not null,
        last_at timestamptz not null,
        locked_until timestamptz,
        constraint login_failure_pkey primary key (login)
      );

      grant select, insert, update on access.credential, access.login to zhixing_app;
      grant select, insert, update, delete on access.login_failure to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema access cascade');
  }
}
