import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses with immutable versions, registrations, events, attempts, completion records. */
export class Courses1795392003000 implements MigrationInterface {
  name = 'Courses1795392003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema courses;
      grant usage on schema courses to zhixing_app;

      create table courses.course (
        id uuid not null,
        slug text not null,
        title text not null,
        summary text not null,
        domain text not null,
        level integer not null,
        kind text not null,
        minutes integer not null,
        lessons integer not null,
        search_text text not null,
        status text not null,
        owner_id uuid,
        audience uuid[] not null,
        current_version_id uuid not null,
        current_version integer not null,
        published_at timestamptz not null,
        constraint course_pkey primary key (id)
      );
      create index course_newest on courses.course (published_at, id);
      create unique index course_slug on courses.course (slug);
      create table courses.course_version (
        id uuid not null,
        course_id uuid not null,
        number integer not null,
        title text not null,
        summary text not null,
        description text not null,
        outcomes jsonb not null,
        teacher text not null,
        requirements text not null,
        minimum_reading boolean not null,
        minutes integer not null,
        required_total integer not null,
        published_at timestamptz not null,
        constraint course_version_pkey primary key (id)
      );
      create unique index course_version_number on courses.course_version (course_id, number);
      create table courses.chapter (
        id uuid not null,
        version_id uuid not null,
        place integer not null,
        title text not null,
        constraint chapter_pkey primary key (id)
      );
      create unique index chapter_place on courses.chapter (version_id, place);
      create table courses.lesson (
        id uuid not null,
        version_id uuid not null,
        chapter_id uuid not null,
        place integer not null,
        key text not null,
        title text not null,
        kind text not null,
        required boolean not null,
        minutes integer not null,
        minimum_seconds integer not null,
        pass_mark integer not null,
        attempts integer not null,
        questions integer not null,
        body text not null,
        constraint lesson_pkey primary key (id)
      );
      create unique index lesson_place on courses.lesson (version_id, place);
      create unique index lesson_key on courses.lesson (version_id, key);
      create table courses.question (
        id uuid not null,
        lesson_id uuid not null,
        place integer not null,
        key text not null,
        kind text not null,
        topic text not null,
        stem text not null,
        explanation text not null,
        choices jsonb not null,
        constraint question_kind check (kind in ('single', 'multiple', 'true_false')),
        constraint question_pkey primary key (id)
      );
      create unique index question_place on courses.question (lesson_id, place);
      create table courses.registration (
        id uuid not null,
        person_id uuid not null,
        course_id uuid not null,
        version_id uuid not null,
        seq integer not null,
        status text not null,
        required_done integer not null,
        required_total integer not null,
        registered_at timestamptz not null,
        started_at timestamptz,
        last_activity_at timestamptz,
        finished_at timestamptz,
        constraint registration_done check (required_done between 0 and required_total),
        constraint registration_pkey primary key (id)
      );
      create index registration_course on courses.registration (course_id);
      create index registration_version on courses.registration (version_id);
      create unique index registration_open on courses.registration (person_id, course_id) where status = 'open';
      create unique index registration_seq on courses.registration (person_id, course_id, seq);
      create table courses.lesson_state (
        registration_id uuid not null,
        lesson_id uuid not null,
        opened_at timestamptz not null,
        last_event_at timestamptz not null,
        read_seconds integer not null,
        completed_at timestamptz,
        best_score integer,
        attempts_used integer not null,
        failed_attempts integer not null,
        constraint lesson_state_pkey primary key (registration_id, lesson_id)
      );
      create table courses.learning_event (
        id uuid not null,
        registration_id uuid not null,
        lesson_id uuid not null,
        person_id uuid not null,
        kind text not null,
        at timestamptz not null,
        client_at timestamptz,
        seconds integer not null,
        source text not null,
        constraint learning_event_pkey primary key (id)
      );
      create index learning_event_person on courses.learning_event (person_id, at);
      create table courses.attempt (
        id uuid not null,
        registration_id uuid not null,
        lesson_id uuid not null,
        number integer not null,
        started_at timestamptz not null,
        submitted_at timestamptz,
        score integer,
        passed boolean,
        constraint attempt_pkey primary key (id)
      );
      create index attempt_lesson on courses.attempt (lesson_id);
      create unique index attempt_open on courses.attempt (registration_id, lesson_id) where submitted_at is null;
      create unique index attempt_number on courses.attempt (registration_id, lesson_id, number);
      create table courses.attempt_answer (
        attempt_id uuid not null,
        question_id uuid not null,
        sequence integer not null,
        choices text[] not null,
        saved_at timestamptz not null,
        correct boolean,
        constraint attempt_answer_pkey primary key (attempt_id, question_id)
      );
      create index attempt_answer_question on courses.attempt_answer (question_id);
      create table courses.completion_record (
        id uuid not null,
        person_id uuid not null,
        course_id uuid not null,
        version_id uuid not null,
        registration_id uuid not null,
        completed_at timestamptz not null,
        score integer,
        minutes integer not null,
        rule jsonb not null,
        department_id uuid not null,
        department text not null,
        position text not null,
        source text not null,
        constraint completion_record_pkey primary key (id)
      );
      create index completion_record_course on courses.completion_record (course_id, completed_at);
      create index completion_record_person on courses.completion_record (person_id, completed_at);
      create unique index completion_record_registration on courses.completion_record (registration_id);
      alter table courses.course_version add constraint course_version_course foreign key (course_id) references courses.course(id);
      alter table courses.chapter add constraint chapter_version foreign key (version_id) references courses.course_version(id);
      alter table courses.lesson add constraint lesson_version foreign key (version_id) references courses.course_version(id);
      alter table courses.lesson add constraint lesson_chapter foreign key (chapter_id) references courses.chapter(id);
      alter table courses.question add constraint question_lesson foreign key (lesson_id) references courses.lesson(id);
      alter table courses.registration add constraint registration_course_fkey foreign key (course_id) references courses.course(id);
      alter table courses.registration add constraint registration_version_fkey foreign key (version_id) references courses.course_version(id);
      alter table courses.lesson_state add constraint lesson_state_registration foreign key (registration_id) references courses.registration(id);
      alter table courses.lesson_state add constraint lesson_state_lesson foreign key (lesson_id) references courses.lesson(id);
      alter table courses.learning_event add constraint learning_event_registration foreign key (registration_id) references courses.registration(id);
      alter table courses.attempt add constraint attempt_registration foreign key (registration_id) references courses.registration(id);
      alter table courses.attempt add constraint attempt_lesson_fkey foreign key (lesson_id) references courses.lesson(id);
      alter table courses.attempt_answer add constraint attempt_answer_attempt foreign key (attempt_id) references courses.attempt(id);
      alter table courses.attempt_answer add constraint attempt_answer_question_fkey foreign key (question_id) references courses.question(id);
      alter table courses.completion_record add constraint completion_record_registration_fkey foreign key (registration_id) references courses.registration(id);

      create index course_grams on courses.course using gin (platform.zh_bigrams(search_text));

      grant select, insert, update on all tables in schema courses to zhixing_app;
      revoke update on courses.course_version, courses.chapter, courses.lesson, courses.question,
                       courses.learning_event, courses.completion_record from zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema courses cascade');
  }
}
