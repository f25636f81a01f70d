import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors: the encrypted key, the newest step used, hashes of recovery codes; keys that are offered; logins that have given their code. */
export class SecondFactor1795700001000 implements MigrationInterface {
  name = 'SecondFactor1795700001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.login add second_factor_at timestamptz;

      create table access.second_factor (
        person_id uuid not null,
        secret text not null,
        confirmed_at timestamptz not null,
        last_step integer not null,
        recovery_salt bytea not null,
        recovery_hashes text[] not null,
        constraint second_factor_pkey primary key (person_id)
      );
      create table access.second_factor_enrolment (
        person_id uuid not null,
        secret text not null,
        begun_at timestamptz not null,
        constraint second_factor_enrolment_pkey primary key (person_id)
      );

      grant select, insert, update, delete on access.second_factor, access.second_factor_enrolment to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.second_factor_enrolment, access.second_factor; alter table access.login drop second_factor_at');
  }
}
