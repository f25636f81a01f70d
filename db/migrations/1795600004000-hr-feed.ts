import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the HR system and what each of their rows means. */
export class HrFeed1795600004000 implements MigrationInterface {
  name = 'HrFeed1795600004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table people.hr_import (
        id uuid not null,
        name text not null,
        sha256 text not null,
        size bigint not null,
        file_id uuid not null,
        source text not null,
        complete boolean not null,
        state text not null,
        counts jsonb,
        fingerprint text,
        done integer,
        total integer,
        failure_code text,
        failure_values jsonb,
        created_by uuid,
        created_at timestamptz not null,
        confirmed_by uuid,
        finished_at timestamptz,
        constraint hr_import_pkey primary key (id),
        constraint hr_import_source check (source in ('upload', 'feed')),
        constraint hr_import_state check (state in ('uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded'))
      );
      create index hr_import_newest on people.hr_import (created_at, id);
      create unique index hr_import_feed on people.hr_import (sha256) where source = 'feed';
      alter table people.hr_import add constraint hr_import_created_by_fkey foreign key (created_by) references people.person(id);
      alter table people.hr_import add constraint hr_import_confirmed_by_fkey foreign key (confirmed_by) references people.person(id);

      create table people.hr_import_row (
        id uuid not null,
        import_id uuid not null,
        place integer not null,
        line integer,
        subject text not null,
        kind text not null,
        person_id uuid,
        key text not null,
        name text not null,
        back boolean not null,
        valid_from date,
        target jsonb,
        changes jsonb not null,
        errors jsonb not null,
        constraint hr_import_row_pkey primary key (id),
        constraint hr_import_row_subject check (subject in ('person', 'department')),
        constraint hr_import_row_kind check (kind in ('new', 'changed', 'missing', 'same', 'error'))
      );
      create unique index hr_import_row_place on people.hr_import_row (import_id, subject, kind, place);
      create index hr_import_row_person on people.hr_import_row (import_id, person_id);
      alter table people.hr_import_row add constraint hr_import_row_import_fkey foreign key (import_id) references people.hr_import(id);

      grant select, insert, update on people.hr_import to zhixing_app;
      grant select, insert, delete on people.hr_import_row to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table people.hr_import_row, people.hr_import');
  }
}
