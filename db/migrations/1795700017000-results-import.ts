import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Past and offline results from files. */
export class ResultsImport1795700017000 implements MigrationInterface {
  name = 'ResultsImport1795700017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- hours that somebody else counted
      alter table recognition.hours drop constraint hours_source;
      alter table recognition.hours add constraint hours_source
        check ((source in ('completion', 'class', 'import') and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null));

      create table plans.results_import (
        id uuid not null,
        name text not null,
        sha256 text not null,
        size bigint not null,
        file_id uuid not null,
        scope uuid[],
        state text not null,
        counts jsonb,
        done integer not null,
        applied integer not null,
        failure_code text,
        failure_values jsonb,
        created_by uuid not null,
        created_at timestamptz not null,
        confirmed_by uuid,
        finished_at timestamptz,
        constraint results_import_pkey primary key (id),
        constraint results_import_state check (state in ('uploaded', 'checked', 'applying', 'applied', 'failed', 'discarded')),
        constraint results_import_applied check (applied between 0 and done)
      );
      create index results_import_newest on plans.results_import (created_at, id);
      create table plans.results_import_row (
        id uuid not null,
        import_id uuid not null,
        place integer not null,
        line integer not null,
        kind text not null,
        person_id uuid,
        staff_number text not null,
        name text not null,
        target_kind text,
        target_id uuid,
        title text not null,
        completed_on date,
        score integer,
        minutes integer not null,
        errors jsonb not null,
        constraint results_import_row_pkey primary key (id),
        constraint results_import_row_import foreign key (import_id) references plans.results_import (id),
        constraint results_import_row_kind check (kind in ('new', 'same', 'error')),
        constraint results_import_row_whole check (kind = 'error' or num_nulls(person_id, target_kind, target_id, completed_on) = 0)
      );
      create unique index results_import_row_place on plans.results_import_row (import_id, kind, place);
      create index results_import_row_person on plans.results_import_row (person_id);

      grant select, insert, update on plans.results_import to zhixing_app;
      grant select, insert, delete on plans.results_import_row to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table plans.results_import_row, plans.results_import;
      alter table recognition.hours drop constraint hours_source;
      alter table recognition.hours add constraint hours_source
        check ((source in ('completion', 'class') and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null));
    `);
  }
}
