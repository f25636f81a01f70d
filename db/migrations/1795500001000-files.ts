import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the storage, who they belong to, how much a person stores; answers kept for repeated requests. */
export class Files1795500001000 implements MigrationInterface {
  name = 'Files1795500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.file_content (
        sha256 text not null,
        size bigint not null,
        type text not null,
        kept_at timestamptz not null,
        constraint file_content_pkey primary key (sha256)
      );
      create index file_content_kept on platform.file_content (kept_at);
      create table platform.file (
        id uuid not null,
        sha256 text not null,
        name text not null,
        person_id uuid,
        created_at timestamptz not null,
        constraint file_pkey primary key (id),
        constraint file_sha256_fkey foreign key (sha256) references platform.file_content (sha256)
      );
      create index file_sha256 on platform.file (sha256);
      create table platform.file_usage (
        person_id uuid not null,
        bytes bigint not null,
        constraint file_usage_pkey primary key (person_id),
        constraint file_usage_bytes check (bytes >= 0)
      );
      create table platform.idempotency (
        person_id uuid not null,
        key text not null,
        request_hash text not null,
        answer jsonb,
        at timestamptz not null,
        constraint idempotency_pkey primary key (person_id, key)
      );
      create index idempotency_at on platform.idempotency (at);

      grant select, insert, update, delete on platform.file_content, platform.file_usage, platform.idempotency to zhixing_app;
      grant select, insert, delete on platform.file to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.idempotency, platform.file_usage, platform.file, platform.file_content');
  }
}
