import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Audit entries of more than thirteen months leave the database for files. The running role still can neither change nor delete an entry: a function of the
 * owner takes out a part of the chain, and only the one that follows the part before and is old enough.
 */
export class AuditArchive1795700003000 implements MigrationInterface {
  name = 'AuditArchive1795700003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.audit_archive (
        number integer not null,
        first_n bigint not null,
        last_n bigint not null,
        last_hash text not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        sha256 text not null,
        file_id uuid,
        archived_at timestamptz not null,
        purged_at timestamptz,
        constraint audit_archive_pkey primary key (number),
        constraint audit_archive_file_fkey foreign key (file_id) references platform.file (id)
      );
      grant select on platform.audit_archive to zhixing_app;
      grant update (file_id, purged_at) on platform.audit_archive to zhixing_app;

      create function platform.archive_audit(up_to bigint, stored uuid) returns integer
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        previous platform.audit_archive;
        part integer;
      begin
        perform pg_advisory_xact_lock(hashtextextended('platform.audit_archive', 0));
        select * into previous from platform.audit_archive a order by a.number desc limit 1;
        part := coalesce(previous.number, 0) + 1;
        if not exists (select from platform.audit_seal s where s.n = up_to)
           or exists (select from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id where s.n <= up_to and e.at >= platform.now() - interval '13 months') then
          raise exception 'only sealed entries of more than 13 months are archived';
        end if;
        insert into platform.audit_archive (number, first_n, last_n, last_hash, first_at, last_at, sha256, file_id, archived_at)
        select part, coalesce(previous.last_n, 0) + 1, up_to, (select s.chain_hash from platform.audit_seal s where s.n = up_to), min(e.at), max(e.at),
               (select f.sha256 from platform.file f where f.id = stored and f.person_id is null), stored, platform.now()
          from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id where s.n <= up_to;
        delete from platform.audit_entry e using platform.audit_seal s where s.entry_id = e.id and s.n <= up_to;
        delete from platform.audit_seal s where s.n <= up_to;
        return part;
      end $$;
      revoke all on function platform.archive_audit(bigint, uuid) from public;
      grant execute on function platform.archive_audit(bigint, uuid) to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.archive_audit(bigint, uuid); drop table platform.audit_archive');
  }
}
