import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every course is reviewed by its owner every so many months: tooling of language models every year, the rest every two. */
export class ContentReview1795700024000 implements MigrationInterface {
  name = 'ContentReview1795700024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table courses.course
        add column review_months integer,
        add column reviewed_on date;
      -- an editorial change is not a review
      update courses.course c
         set review_months = case when c.domain in ('llm-technology', 'llm-application') then 12 else 24 end,
             reviewed_on = coalesce((select (max(v.published_at) at time zone 'Asia/Shanghai')::date from courses.course_version v where v.course_id = c.id and v.change is distinct from 'editorial'),
                                    (c.published_at at time zone 'Asia/Shanghai')::date);
      alter table courses.course
        alter column review_months set not null,
        alter column reviewed_on set not null,
        add constraint course_review_months check (review_months between 1 and 60);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table courses.course drop constraint course_review_months, drop column review_months, drop column reviewed_on');
  }
}
