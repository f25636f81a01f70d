import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sealed chain over the audit entries, those waiting for it, and the indexes of the auditor's list. Entries from before are sealed too, oldest first. */
export class AuditChain1795600006000 implements MigrationInterface {
  name = 'AuditChain1795600006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.audit_unsealed (
        n bigint generated always as identity,
        entry_id uuid not null,
        constraint audit_unsealed_pkey primary key (n)
      );
      create unique index audit_unsealed_entry on platform.audit_unsealed (entry_id);
      insert into platform.audit_unsealed (entry_id) select id from platform.audit_entry order by at, id;

      create table platform.audit_seal (
        n bigint not null,
        entry_id uuid not null,
        entry_hash text not null,
        chain_hash text not null,
        sealed_at timestamptz not null,
        constraint audit_seal_pkey primary key (n)
      );
      create unique index audit_seal_entry on platform.audit_seal (entry_id);

      create index audit_entry_at on platform.audit_entry (at, id);
      create index audit_entry_action on platform.audit_entry (action, at);
      create index audit_entry_request on platform.audit_entry (request_id);

      grant select, insert, delete on platform.audit_unsealed to zhixing_app;
      grant select, insert on platform.audit_seal to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index platform.audit_entry_at, platform.audit_entry_action, platform.audit_entry_request; drop table platform.audit_seal, platform.audit_unsealed');
  }
}
