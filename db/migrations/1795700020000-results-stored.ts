import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rows of an import stored something. */
export class ResultsStored1795700020000 implements MigrationInterface {
  name = 'ResultsStored1795700020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- false = it stood by then, null = not applied, or applied before this was recorded
      alter table plans.results_import_row add column stored boolean, add constraint results_import_row_stored check (stored is null or kind = 'new');
      grant update (stored) on plans.results_import_row to zhixing_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plans.results_import_row drop column stored');
  }
}
