import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A training class that was completed earns a certificate. */
export class ClassCertificates1795700019000 implements MigrationInterface {
  name = 'ClassCertificates1795700019000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recognition.certificate
        drop constraint certificate_kind,
        add constraint certificate_kind check (kind in ('course', 'class', 'path', 'certification', 'competition'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recognition.certificate
        drop constraint certificate_kind,
        add constraint certificate_kind check (kind in ('course', 'path', 'certification', 'competition'))`);
  }
}
