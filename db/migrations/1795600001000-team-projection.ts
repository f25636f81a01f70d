import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row a person of what a team page counts, so that a line is a thousand rows and not their five thousand registrations; minutes by month move into it.
 * The indexes of dated relations and memberships hold all a walk down the line asks for.
 */
export class TeamProjection1795600001000 implements MigrationInterface {
  name = 'TeamProjection1795600001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table courses.learner (
        person_id uuid not null,
        learning integer not null,
        courses uuid[] not null,
        attention_at timestamptz[] not null,
        finished_at timestamptz[] not null,
        month date,
        month_seconds integer not null,
        constraint learner_pkey primary key (person_id)
      );
      grant select, insert, update on courses.learner to zhixing_app;

      -- what the registrations of persons come to; the moments from which they need attention are those of ATTENTION in libs/courses/contract
      -- (offset 0: quizzes are looked for registration by registration, once)
      create function courses.counted(persons uuid[])
        returns table (person_id uuid, learning integer, courses uuid[], attention_at timestamptz[], finished_at timestamptz[]) language sql stable as $$
        select r.person_id, count(*) filter (where r.status = 'open' and r.started_at is not null)::int,
               coalesce(array_agg(r.course_id order by r.course_id) filter (where r.seq = 1), '{}'),
               coalesce(array_agg(a.at order by a.at) filter (where a.at is not null), '{}'),
               coalesce(array_agg(r.finished_at order by r.finished_at) filter (where r.finished_at is not null), '{}')
          from courses.registration r
         cross join lateral (
               select case when r.status <> 'open' then null
                           when r.started_at is null then r.registered_at + interval '14 days'
                           when exists (select from courses.lesson_state s where s.registration_id = r.id and s.failed_attempts >= 2 and s.completed_at is null offset 0) then '-infinity'
                           else r.last_activity_at + interval '7 days' end as at offset 0) a
         where r.person_id = any(persons)
         group by r.person_id
      $$;

      -- persons: each once. Their rows are taken before the registrations are read for them: of two changes at once the later one sees the earlier
      -- (one plan for whatever number of persons: planning anew costs more than counting)
      create function courses.count_learners(persons uuid[]) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
      begin
        if (select count(*) from courses.learner l where l.person_id = any(persons)) < cardinality(persons) then
          insert into courses.learner (person_id, learning, courses, attention_at, finished_at, month_seconds)
          select n.*, 0 from courses.counted(persons) n order by n.person_id
          on conflict (person_id) do nothing;
        end if;
        perform from courses.learner l where l.person_id = any(persons) order by l.person_id for no key update;
        update courses.learner l
           set learning = n.learning, courses = n.courses, attention_at = n.attention_at, finished_at = n.finished_at
          from courses.counted(persons) n
         where n.person_id = l.person_id
           and (n.learning, n.courses, n.attention_at, n.finished_at) is distinct from (l.learning, l.courses, l.attention_at, l.finished_at);
      end $$;

      create function courses.registrations_changed() returns trigger language plpgsql as $$
      begin
        perform courses.count_learners(array(select distinct person_id from changed));
        return null;
      end $$;
      create trigger learner_added after insert on courses.registration
        referencing new table as changed for each statement execute function courses.registrations_changed();
      create trigger learner_changed after update on courses.registration
        referencing new table as changed for each statement execute function courses.registrations_changed();

      create function courses.failing_changed() returns trigger language plpgsql as $$
      begin
        perform courses.count_learners(array(select person_id from courses.registration where id = new.registration_id));
        return null;
      end $$;
      create trigger learner_failing after insert on courses.lesson_state
        for each row when (new.failed_attempts >= 2 and new.completed_at is null) execute function courses.failing_changed();
      create trigger learner_failed after update on courses.lesson_state
        for each row when ((new.failed_attempts >= 2 and new.completed_at is null) <> (old.failed_attempts >= 2 and old.completed_at is null))
        execute function courses.failing_changed();

      -- an event of a month before the newest one counts no more
      create function courses.add_to_month() returns trigger language plpgsql as $$
      begin
        insert into courses.learner as l (person_id, learning, courses, attention_at, finished_at, month, month_seconds)
        select distinct on (person_id) person_id, 0, '{}'::uuid[], '{}'::timestamptz[], '{}'::timestamptz[], date_trunc('month', at at time zone 'Asia/Shanghai')::date as first, sum(seconds)
          from added where seconds > 0 group by person_id, first order by person_id, first desc
        on conflict (person_id) do update
          set month = excluded.month, month_seconds = excluded.month_seconds + case when l.month = excluded.month then l.month_seconds else 0 end
          where l.month is null or l.month <= excluded.month;
        return null;
      end $$;
      drop trigger learning_month on courses.learning_event;
      create trigger learner_month after insert on courses.learning_event
        referencing new table as added for each statement execute function courses.add_to_month();

      select courses.count_learners(array(select distinct person_id from courses.registration));
      update courses.learner l set month = m.month, month_seconds = m.seconds
        from (select distinct on (person_id) * from courses.learning_month order by person_id, month desc) m where m.person_id = l.person_id;
      drop function courses.add_to_learning_month();
      drop table courses.learning_month;

      drop index people.manager_relation_manager, people.department_membership_person;
      create index manager_relation_manager on people.manager_relation (manager_id, valid_from, valid_until, kind, person_id);
      create index department_membership_person on people.department_membership (person_id, valid_from, valid_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index people.department_membership_person, people.manager_relation_manager;
      create index department_membership_person on people.department_membership (person_id, valid_from);
      create index manager_relation_manager on people.manager_relation (manager_id, valid_from);

      create table courses.learning_month (
        person_id uuid not null,
        month date not null,
        seconds integer not null,
        constraint learning_month_pkey primary key (person_id, month)
      );
      grant select, insert, update on courses.learning_month to zhixing_app;
      create function courses.add_to_learning_month() returns trigger language plpgsql as $$
      begin
        insert into courses.learning_month as m (person_id, month, seconds)
        select person_id, date_trunc('month', at at time zone 'Asia/Shanghai')::date, sum(seconds)
          from added where seconds > 0 group by 1, 2 order by 1, 2
        on conflict (person_id, month) do update set seconds = m.seconds + excluded.seconds;
        return null;
      end $$;
      drop trigger learner_month on courses.learning_event;
      create trigger learning_month after insert on courses.learning_event
        referencing new table as added for each statement execute function courses.add_to_learning_month();
      insert into courses.learning_month (person_id, month, seconds)
      select person_id, date_trunc('month', at at time zone 'Asia/Shanghai')::date, sum(seconds)
        from courses.learning_event where seconds > 0 group by 1, 2;

      drop trigger learner_failed on courses.lesson_state;
      drop trigger learner_failing on courses.lesson_state;
      drop trigger learner_changed on courses.registration;
      drop trigger learner_added on courses.registration;
      drop function courses.add_to_month(), courses.failing_changed(), courses.registrations_changed(), courses.count_learners(uuid[]), courses.counted(uuid[]);
      drop table courses.learner;
    `);
  }
}
