import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Annual training plans: items by month and budget, what fulfils them, the needs managers propose, and every change after the approval. What a plan achieved is read from what fulfils it and stored nowhere. */
export class AnnualPlan1795700018000 implements MigrationInterface {
  name = 'AnnualPlan1795700018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.annual_plan (
        id uuid not null,
        year integer not null,
        department_id uuid not null,
        state text not null,
        copied_from uuid,
        created_by uuid not null,
        created_at timestamptz not null,
        submitted_by uuid,
        submitted_at timestamptz,
        approved_by uuid,
        approved_at timestamptz,
        return_note text,
        closed_at timestamptz,
        constraint annual_plan_pkey primary key (id),
        constraint annual_plan_state check (state in ('draft', 'submitted', 'approved', 'closed')),
        constraint annual_plan_two check (approved_by <> submitted_by)
      );
      create unique index annual_plan_once on plans.annual_plan (year, department_id);

      create table plans.plan_item (
        id uuid not null,
        plan_id uuid not null,
        title text not null,
        audience text not null,
        department_id uuid,
        domain text not null,
        kind text not null,
        month integer not null,
        people integer not null,
        hours integer not null,
        budget integer not null,
        owner_id uuid not null,
        cancelled_at timestamptz,
        outcome_on date,
        outcome_people integer,
        outcome_hours integer,
        outcome_cost integer,
        revision integer not null,
        constraint plan_item_pkey primary key (id),
        constraint plan_item_plan foreign key (plan_id) references plans.annual_plan (id),
        constraint plan_item_kind check (kind in ('class', 'campaign', 'external', 'competition', 'other')),
        constraint plan_item_month check (month between 1 and 12),
        constraint plan_item_outcome check (num_nulls(outcome_on, outcome_people, outcome_hours, outcome_cost) in (0, 4))
      );
      create unique index plan_item_of on plans.plan_item (plan_id, id);
      create index plan_item_owner on plans.plan_item (owner_id);

      create table plans.plan_item_link (
        id uuid not null,
        plan_id uuid not null,
        item_id uuid not null,
        kind text not null,
        target_id uuid not null,
        by_id uuid not null,
        at timestamptz not null,
        constraint plan_item_link_pkey primary key (id),
        constraint plan_item_link_item foreign key (plan_id, item_id) references plans.plan_item (plan_id, id),
        constraint plan_item_link_kind check (kind in ('class', 'assignment'))
      );
      create unique index plan_item_link_once on plans.plan_item_link (plan_id, kind, target_id);
      create index plan_item_link_of on plans.plan_item_link (item_id);

      -- before and after hold only what differs
      create table plans.plan_revision (
        id bigint generated always as identity,
        plan_id uuid not null,
        item_id uuid not null,
        change text not null,
        at timestamptz not null,
        by_id uuid not null,
        reason text not null,
        before jsonb not null,
        after jsonb not null,
        constraint plan_revision_pkey primary key (id),
        constraint plan_revision_item foreign key (item_id) references plans.plan_item (id),
        constraint plan_revision_change check (change in ('add', 'edit', 'cancel', 'restore'))
      );
      create index plan_revision_newest on plans.plan_revision (plan_id, id);

      create table plans.training_need (
        id uuid not null,
        plan_id uuid not null,
        department_id uuid not null,
        title text not null,
        domain text not null,
        people integer not null,
        why text not null,
        priority text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        state text not null,
        item_id uuid,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        constraint training_need_pkey primary key (id),
        constraint training_need_plan foreign key (plan_id) references plans.annual_plan (id),
        constraint training_need_item foreign key (item_id) references plans.plan_item (id),
        constraint training_need_priority check (priority in ('high', 'medium', 'low')),
        constraint training_need_state check (state in ('waiting', 'taken', 'declined', 'withdrawn')),
        constraint training_need_taken check ((state = 'taken') = (item_id is not null))
      );
      create index training_need_newest on plans.training_need (plan_id, id);
      create index training_need_own on plans.training_need (proposed_by, id);
      create unique index training_need_item_once on plans.training_need (item_id) where item_id is not null;

      grant select, insert, update on plans.annual_plan, plans.plan_item, plans.training_need to zhixing_app;
      grant select, insert, delete on plans.plan_item_link to zhixing_app;
      grant select, insert on plans.plan_revision to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plans.training_need, plans.plan_revision, plans.plan_item_link, plans.plan_item, plans.annual_plan');
  }
}
