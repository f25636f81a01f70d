import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seconds learned by month, so that a team's minutes are a row a person and not all their events; the failing quizzes of open registrations and the learners of a course as indexes. */
export class TeamFigures1795500004000 implements MigrationInterface {
  name = 'TeamFigures1795500004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      create trigger learning_month after insert on courses.learning_event
        referencing new table as added for each statement execute function courses.add_to_learning_month();
      insert into courses.learning_month (person_id, month, seconds)
      select person_id, date_trunc('month', at at time zone 'Asia/Shanghai')::date, sum(seconds)
        from courses.learning_event where seconds > 0 group by 1, 2;

      create index lesson_state_failing on courses.lesson_state (registration_id) where failed_attempts >= 2 and completed_at is null;
      drop index courses.registration_course;
      create index registration_course on courses.registration (course_id, seq);
      create index completion_record_learner on courses.completion_record (course_id, person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index courses.completion_record_learner, courses.registration_course, courses.lesson_state_failing;
      create index registration_course on courses.registration (course_id);
      drop trigger learning_month on courses.learning_event;
      drop function courses.add_to_learning_month();
      drop table courses.learning_month;
    `);
  }
}
