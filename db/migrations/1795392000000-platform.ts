import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kernel: Chinese bigrams for search, business time, audit entries. */
export class Platform1795392000000 implements MigrationInterface {
  name = 'Platform1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;
      grant usage on schema platform to zhixing_app;

      create function platform.zh_bigrams(value text) returns text[] language sql immutable strict parallel safe as $$
        select coalesce(array_agg(distinct substr(plain, place, 2)), '{}')
          from (select regexp_replace(lower(value), '\\s+', '', 'g') as plain) as cleaned,
               generate_series(1, length(plain) - 1) as place
      $$;

      create table platform.audit_entry (
        id uuid not null,
        at timestamptz not null,
        person_id uuid,
        login_id uuid,
        address text not null,
        request_id text not null,
        action text not null,
        object_type text not null,
        object_id text not null,
        result text not null,
        before_hash text,
        after_hash text,
        facts jsonb not null,
        constraint audit_entry_pkey primary key (id)
      );
      create index audit_entry_person on platform.audit_entry (person_id, at);
      create index audit_entry_object on platform.audit_entry (object_type, object_id, at);
      create table platform.clock (
        id integer not null,
        clock_offset interval not null,
        constraint clock_one_row check (id = 1),
        constraint clock_pkey primary key (id)
      );

      insert into platform.clock (id, clock_offset) values (1, interval '0');

      create function platform.now() returns timestamptz language sql stable parallel safe as $$
        select now() + clock_offset from platform.clock
      $$;

      create function platform.today() returns date language sql stable parallel safe as $$
        select (platform.now() at time zone 'Asia/Shanghai')::date
      $$;

      grant select, insert on platform.audit_entry to zhixing_app;
      grant select on platform.clock to zhixing_app;
      grant update (clock_offset) on platform.clock to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
