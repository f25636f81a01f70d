import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody was last reminded by hand to renew what they hold, and the team reports managers have sent to them. */
export class TeamReport1795700023000 implements MigrationInterface {
  name = 'TeamReport1795700023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.renewal_asked (
        cycle_id uuid not null,
        reminded_at timestamptz not null,
        constraint renewal_asked_pkey primary key (cycle_id),
        constraint renewal_asked_cycle foreign key (cycle_id) references plans.certification_cycle (id)
      );
      grant select, insert, update on plans.renewal_asked to zhixing_app;

      create table insights.report_schedule (
        person_id uuid not null,
        every text not null,
        scope text not null,
        since date not null,
        constraint report_schedule_pkey primary key (person_id),
        constraint report_schedule_every check (every in ('month', 'week')),
        constraint report_schedule_scope check (scope in ('direct', 'line'))
      );
      grant select, insert, update, delete on insights.report_schedule to zhixing_app;

      -- each report once: the row is written in the transaction of its message
      create table insights.report_sent (
        person_id uuid not null,
        period text not null,
        at timestamptz not null,
        constraint report_sent_pkey primary key (person_id, period)
      );
      grant select, insert, delete on insights.report_sent to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insights.report_sent, insights.report_schedule, plans.renewal_asked');
  }
}
