import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Actor, ActorSource } from './actor.ts';
import { audit } from './audit.ts';
import { Database, first } from './database.ts';
import { AppError } from './errors.ts';
import { exportFile } from './export-file.ts';
import { EXPORT_KINDS, type ExportKind, type FinishedExport } from './exports.ts';
import { Files, type Kept } from './files.ts';
import { Permissions } from './guard.ts';
import { FAIL_JOB, FINISH_JOB, HOLD_JOB, JOB_PROGRESS, type JobRow, TAKE_JOB } from './jobs.queries.ts';
import { live } from './live.ts';
import { notify } from './notify.ts';
import { platformMessages } from './platform.messages.ts';
import { Sentences } from './sentences.ts';
import type { Delivery, EventHandler } from './subscriber.ts';

/** The largest file an export may become, in bytes. */
const LARGEST = 100 * 2 ** 20;

/** Another worker holds the job now; what this one has is worth nothing. */
class TakenOver extends Error {}

/** Runs the exports people ordered. Of several workers on one job only the newest writes, so there is one file at the end. */
@Injectable()
export class ExportRunner implements EventHandler<{ jobId: string }> {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly permissions: Permissions,
    private readonly modules: ModuleRef,
    private readonly sentences: Sentences,
    @Inject(EXPORT_KINDS) private readonly kinds: ExportKind[],
  ) {}

  async handle({ jobId }: { jobId: string }, { last }: Delivery): Promise<void> {
    const job = await first<JobRow>(this.database, TAKE_JOB, [jobId]);
    if (!job) return; // done or failed already
    try {
      await this.run(job);
    } catch (error) {
      if (error instanceof TakenOver) return;
      // a reason of ours would be the same at the next try
      if (!(error instanceof AppError) && !last) throw error;
      await this.fail(job, error instanceof AppError ? error : new AppError('internal'));
      if (!(error instanceof AppError)) throw error;
    }
  }

  private async run(job: JobRow): Promise<void> {
    const { kind, actor } = await this.order(job);
    await live(this.database, 'job', job.id);
    const gathered = await this.modules.get(kind.by, { strict: false }).gather(actor, kind.parameters.parse(job.parameters), (done, total) => this.progress(job, done, total));
    const { bytes, ...file } = await exportFile(gathered);
    const kept = await this.files.keep(bytes, { limit: LARGEST });
    await this.finish(job, actor, kept, file);
  }

  /** The person's rights are those of now, not those of the order. */
  private async order(job: JobRow): Promise<{ kind: ExportKind; actor: Actor }> {
    const kind = this.kinds.find((one) => one.kind === job.kind);
    const facts = await this.modules.get(ActorSource, { strict: false }).person(job.person_id);
    if (!kind || !facts) throw new AppError('not_found');
    const permissions = this.permissions.of(facts.roles);
    if (!permissions.has(kind.permission)) throw new AppError('forbidden');
    return { kind, actor: { ...facts, permissions, hold: null, language: job.language, loginId: job.login_id, address: job.address, requestId: job.request_id } };
  }

  private async fail(job: JobRow, { code, values }: AppError): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, FAIL_JOB, [job.id, job.attempt, code, values]))) return; // another worker holds it now
      await live(tx, 'job', job.id);
      const reason = { zh: this.sentences.of(code, values, 'zh-CN'), en: this.sentences.of(code, values, 'en') };
      await notify(tx, { template: platformMessages.exportFailed, to: [job.person_id], subject: { type: 'job', id: job.id }, values: { reason }, link: '/notifications' });
    });
  }

  private async progress(job: JobRow, done: number, total: number | null): Promise<void> {
    if (!(await first(this.database, JOB_PROGRESS, [job.id, job.attempt, done, total]))) throw new TakenOver();
    await live(this.database, 'job', job.id, { done, total });
  }

  private async finish(job: JobRow, actor: Actor, kept: Kept, { rows, name, facts }: Omit<FinishedExport, 'bytes'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, HOLD_JOB, [job.id, job.attempt]))) throw new TakenOver();
      const fileId = await this.files.add(tx, kept, { name, personId: job.person_id });
      await tx.rows(FINISH_JOB, [job.id, job.attempt, rows, fileId]);
      await audit(tx, actor, { action: 'export', object: { type: 'job', id: job.id }, facts: { kind: job.kind, rows, sha256: kept.sha256, ...facts, ...(job.reason ? { reason: job.reason } : {}) } });
      await notify(tx, { template: platformMessages.exportDone, to: [job.person_id], subject: { type: 'job', id: job.id }, values: { file: name }, link: `/api/v1/files/${fileId}` });
      await live(tx, 'job', job.id);
    });
  }
}
