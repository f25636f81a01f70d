import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Learning paths: steps of courses and skills, drafted and published in versions; who follows them and who completed them. `path_item` is the published version laid out for SQL.
 * Paths become a kind of target that can be assigned.
 */
export class Paths1795700015000 implements MigrationInterface {
  name = 'Paths1795700015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.path (
        id uuid not null,
        title text not null,
        description text not null,
        profile_id text,
        ordered boolean not null,
        audience uuid[] not null,
        scope uuid[],
        owner_id uuid not null,
        state text not null,
        draft jsonb not null,
        version integer not null,
        revision integer not null,
        updated_at timestamptz not null,
        constraint path_pkey primary key (id),
        constraint path_state check (state in ('draft', 'published', 'retired'))
      );
      create index path_title on plans.path (title, id);
      create table plans.path_version (
        path_id uuid not null,
        number integer not null,
        at timestamptz not null,
        by_id uuid not null,
        content jsonb not null,
        constraint path_version_pkey primary key (path_id, number),
        constraint path_version_path foreign key (path_id) references plans.path (id)
      );
      create table plans.path_item (
        path_id uuid not null,
        step integer not null,
        item integer not null,
        required boolean not null,
        any_of boolean not null,
        kind text not null,
        course_id uuid,
        skill_id text,
        level integer,
        constraint path_item_pkey primary key (path_id, step, item),
        constraint path_item_path foreign key (path_id) references plans.path (id),
        constraint path_item_kind check (case kind when 'course' then course_id is not null when 'skill' then skill_id is not null and level is not null else false end)
      );
      create index path_item_course on plans.path_item (course_id);
      create table plans.path_enrolment (
        path_id uuid not null,
        person_id uuid not null,
        enrolled_at timestamptz not null,
        constraint path_enrolment_pkey primary key (person_id, path_id),
        constraint path_enrolment_path foreign key (path_id) references plans.path (id)
      );
      create index path_enrolment_path_person on plans.path_enrolment (path_id, person_id);
      create table plans.path_completion (
        id uuid not null,
        path_id uuid not null,
        person_id uuid not null,
        version integer not null,
        completed_at timestamptz not null,
        constraint path_completion_pkey primary key (id),
        constraint path_completion_version foreign key (path_id, version) references plans.path_version (path_id, number)
      );
      create unique index path_completion_once on plans.path_completion (person_id, path_id);

      -- whether a person satisfies each item of some published paths, and the minutes it would take
      create function plans.path_items(person uuid, paths uuid[])
        returns table (path_id uuid, step integer, item integer, required boolean, any_of boolean, satisfied boolean, minutes integer) language sql stable parallel safe as $$
        select i.path_id, i.step, i.item, i.required, i.any_of,
               case i.kind when 'course' then exists (select from courses.taken t where t.person_id = person and t.course_id = i.course_id and t.completed_at is not null)
                           else exists (select from skills.current_level l where l.person_id = person and l.skill_id = i.skill_id and l.level >= i.level) end,
               coalesce((select o.minutes from courses.offer o where o.course_id = i.course_id), 0)
          from plans.path_item i where i.path_id = any(paths)
      $$;
      -- how far a person is: required units and those satisfied (a step of which one item is enough is one unit), the minutes left by the shortest way; of a step of which one item is enough the shortest one with a length, since a skill has none
      create function plans.path_progress(person uuid, paths uuid[])
        returns table (path_id uuid, required integer, done integer, minutes_left integer) language sql stable parallel safe as $$
        select s.path_id, sum(case when s.any_of then 1 else s.items end)::int, sum(case when s.any_of then least(s.satisfied, 1) else s.satisfied end)::int,
               sum(case when not s.any_of then s.minutes_open when s.satisfied > 0 then 0 else s.shortest end)::int
          from (select i.path_id, i.step, i.any_of, count(*)::int as items, (count(*) filter (where i.satisfied))::int as satisfied,
                       coalesce(sum(i.minutes) filter (where not i.satisfied), 0) as minutes_open, coalesce(min(i.minutes) filter (where i.minutes > 0), 0) as shortest
                  from plans.path_items(person, paths) i where i.required group by i.path_id, i.step, i.any_of) s
         group by s.path_id
      $$;

      create or replace view plans.target as
        select 'course' as target_kind, course_id as target_id, title, minutes, status = 'published' as open, audience from courses.offer
        union all
        select 'path', p.id, p.title, coalesce((
                 select sum(s.minutes)::int
                   from (select case when i.any_of then coalesce(min(o.minutes) filter (where o.minutes > 0), 0) else coalesce(sum(o.minutes), 0) end as minutes
                           from plans.path_item i left join courses.offer o on o.course_id = i.course_id where i.path_id = p.id and i.required group by i.step, i.any_of) s), 0),
               p.state = 'published', p.audience from plans.path p;
      create or replace view plans.attempted as
        select 'course' as target_kind, course_id as target_id, person_id, registration_id, status = 'open' as going_on, started_at, completed_at from courses.taken
        union all
        select 'path', e.path_id, e.person_id, null::uuid, c.id is null, e.enrolled_at, c.completed_at
          from plans.path_enrolment e left join plans.path_completion c on c.person_id = e.person_id and c.path_id = e.path_id;

      grant select, insert, update on plans.path to zhixing_app;
      grant select, insert on plans.path_version, plans.path_completion to zhixing_app;
      grant select, insert, delete on plans.path_item, plans.path_enrolment to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view plans.target as select 'course' as target_kind, course_id as target_id, title, minutes, status = 'published' as open, audience from courses.offer;
      create or replace view plans.attempted as select 'course' as target_kind, course_id as target_id, person_id, registration_id, status = 'open' as going_on, started_at, completed_at from courses.taken;
      drop function plans.path_progress(uuid, uuid[]);
      drop function plans.path_items(uuid, uuid[]);
      drop table plans.path_completion, plans.path_enrolment, plans.path_item, plans.path_version, plans.path;
    `);
  }
}
