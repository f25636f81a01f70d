import { Inject, Injectable } from '@nestjs/common';
import type { CreateExport, JobView } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import type { Actor } from './actor.ts';
import { Database, first, type Reader, type Transaction } from './database.ts';
import { AppError } from './errors.ts';
import type { ExportKind } from './exports.ts';
import { EXPORT_KINDS } from './exports.ts';
import { Idempotency, type IdempotentRequest } from './idempotency.ts';
import { CREATE_JOB, FIND_JOB, type JobRow, LOCK_ORDERS } from './jobs.queries.ts';
import { jobView } from './jobs.view.ts';
import { emit } from './outbox.ts';
import { platformEvents } from './platform.events.ts';
import { Sentences } from './sentences.ts';

/** How many unfinished jobs one person may have. */
const UNFINISHED = 5;

/** The login of an order that a task made for somebody who is not signed in. */
export const NO_LOGIN = '00000000-0000-0000-0000-000000000000';

/** For whom an export is ordered, and from where. */
export type OrderedBy = Pick<Actor, 'personId' | 'loginId' | 'address' | 'requestId' | 'language'>;

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly sentences: Sentences,
    private readonly idempotency: Idempotency,
    @Inject(EXPORT_KINDS) private readonly kinds: ExportKind[],
  ) {}

  /** A job of the actor's own. @throws AppError not_found */
  async job(actor: Actor, id: string, reader: Reader = this.database): Promise<JobView> {
    const row = await first<JobRow>(reader, FIND_JOB, [id, actor.personId]);
    if (!row) throw new AppError('not_found');
    return jobView(row, this.sentences, actor.language);
  }

  /** Orders an export whose parameters are valid, in the transaction of what causes it; a worker writes it with the person's rights of then. @returns its id, null with five unfinished jobs of theirs */
  async order(tx: Transaction, { personId, loginId, address, requestId, language }: OrderedBy, { kind, parameters, reason }: CreateExport): Promise<string | null> {
    const id = uuid();
    await tx.rows(LOCK_ORDERS, [personId]);
    if (!(await first(tx, CREATE_JOB, [id, kind, parameters, personId, loginId, address, requestId, language, UNFINISHED, reason ?? null]))) return null;
    await emit(tx, platformEvents['platform.job_ordered'], { jobId: id });
    return id;
  }

  /**
   * Orders an export, once however often the request is sent; a worker writes it.
   * @throws AppError not_found for an unknown kind, forbidden without its permission, invalid parameters or a missing reason, limit_reached with five unfinished jobs
   */
  async export(actor: Actor, request: IdempotentRequest, { kind, parameters, reason }: CreateExport): Promise<JobView> {
    const found = this.kinds.find((one) => one.kind === kind);
    if (!found) throw new AppError('not_found');
    if (!actor.permissions.has(found.permission)) throw new AppError('forbidden');
    const parsed = found.parameters.safeParse(parameters);
    if (!parsed.success) throw new AppError('invalid', {}, parsed.error.issues.map((issue) => ({ path: ['parameters', ...issue.path].join('.'), message: issue.message })));
    if (found.personal && !reason) throw new AppError('invalid', {}, [{ path: 'reason', message: 'required' }]);
    const order = { kind, parameters: parsed.data, reason };
    return this.idempotency.transaction(request, order, async (tx) => {
      const id = await this.order(tx, actor, order);
      if (!id) throw new AppError('limit_reached', { limit: UNFINISHED });
      return this.job(actor, id, tx);
    });
  }
}
