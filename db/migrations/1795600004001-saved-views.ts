import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of lists that people keep under a name. */
export class SavedViews1795600004001 implements MigrationInterface {
  name = 'SavedViews1795600004001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.saved_view (
        id uuid not null,
        person_id uuid not null,
        page text not null,
        name text not null,
        query text not null,
        constraint saved_view_pkey primary key (id)
      );
      create unique index saved_view_name on platform.saved_view (person_id, page, name);
      grant select, insert, update, delete on platform.saved_view to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.saved_view');
  }
}
