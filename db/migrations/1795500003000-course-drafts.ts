import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits to be published, and the pictures that texts of a course show. */
export class CourseDrafts1795500003000 implements MigrationInterface {
  name = 'CourseDrafts1795500003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table courses.draft (
        course_id uuid not null,
        slug text not null,
        owner_id uuid,
        revision integer not null,
        content jsonb not null,
        report jsonb not null,
        updated_at timestamptz not null,
        updated_by uuid not null,
        constraint draft_pkey primary key (course_id)
      );
      create unique index draft_slug on courses.draft (slug);
      create index draft_newest on courses.draft (updated_at);
      create table courses.picture (
        course_id uuid not null,
        name text not null,
        file_id uuid not null,
        constraint picture_pkey primary key (course_id, name)
      );
      grant select, insert, update, delete on courses.draft to zhixing_app;
      grant select, insert, delete on courses.picture to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table courses.picture, courses.draft');
  }
}
