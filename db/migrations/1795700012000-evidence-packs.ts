import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a pack of evidence rests on besides the dated rows there are: how each assignment read after every change, and what was said of people in a pack that was made.
 * An assignment from before this migration is known from its beginning on as it reads now.
 */
export class EvidencePacks1795700012000 implements MigrationInterface {
  name = 'EvidencePacks1795700012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.assignment_history (
        id bigint generated always as identity,
        assignment_id uuid not null,
        at timestamptz not null,
        facts jsonb not null,
        constraint assignment_history_pkey primary key (id),
        constraint assignment_history_assignment foreign key (assignment_id) references plans.assignment (id) on delete cascade
      );
      create index assignment_history_at on plans.assignment_history (assignment_id, at, id);
      -- kept by the database, so that no writer can leave it out
      create function plans.keep_assignment() returns trigger language plpgsql as $$
        begin
          insert into plans.assignment_history (assignment_id, at, facts)
          values (new.id, case when tg_op = 'INSERT' then new.created_at else platform.now() end, to_jsonb(new) - 'id');
          return null;
        end
      $$;
      create trigger assignment_made after insert on plans.assignment for each row execute function plans.keep_assignment();
      create trigger assignment_changed after update on plans.assignment for each row when (old.* is distinct from new.*) execute function plans.keep_assignment();
      insert into plans.assignment_history (assignment_id, at, facts) select id, created_at, to_jsonb(a) - 'id' from plans.assignment a order by created_at, id;
      grant select, insert on plans.assignment_history to zhixing_app;

      create schema insights;
      grant usage on schema insights to zhixing_app;
      -- a person on the day of a moment, as known when a pack first named them: names are not dated, and the organisation may be corrected backwards
      create table insights.evidence_person (
        as_of timestamptz not null,
        person_id uuid not null,
        staff_number text not null,
        display_name text not null,
        departments uuid[] not null,
        department text,
        position text,
        manager_id uuid,
        away_from date,
        constraint evidence_person_pkey primary key (as_of, person_id)
      );
      create index evidence_person_person on insights.evidence_person (person_id);
      grant select, insert on insights.evidence_person to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema insights cascade;
      drop table plans.assignment_history;
      drop trigger assignment_made on plans.assignment;
      drop trigger assignment_changed on plans.assignment;
      drop function plans.keep_assignment();
    `);
  }
}
