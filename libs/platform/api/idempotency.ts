import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Database, first, statement, type Transaction } from './database.ts';
import { AppError } from './errors.ts';

/** What tells a repeated request from a new one; `key` undefined = the client does not repeat. */
export interface IdempotentRequest {
  personId: string;
  key: string | undefined;
  /** Method and address. */
  target: string;
}

const CLAIM = statement(
  'idempotency.claim',
  `insert into platform.idempotency (person_id, key, request_hash, at) values ($1, $2, $3, platform.now()) on conflict do nothing returning key`,
);
const ANSWERED = statement('idempotency.answered', 'select request_hash as "requestHash", answer from platform.idempotency where person_id = $1 and key = $2');
const ANSWER = statement('idempotency.answer', 'update platform.idempotency set answer = $3 where person_id = $1 and key = $2');
const PURGE = statement('idempotency.purge', `delete from platform.idempotency where at < platform.now() - interval '1 day' returning 1 as purged`);

const received = createParamDecorator((_: unknown, context: ExecutionContext): IdempotentRequest => {
  const { actor, headers, method, url } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('@Idempotent() on a @Public() route');
  const key = headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(String(key))) throw new AppError('invalid', {}, [{ path: 'Idempotency-Key', message: '' }]);
  return { personId: actor.personId, key: key as string | undefined, target: `${method} ${url}` };
});

/** The handler may be repeated under an `Idempotency-Key`; it hands the request to `Idempotency.transaction`. Without the header it runs as always. */
export const Idempotent = (): ParameterDecorator => (target, key, index) => {
  received()(target, key, index);
  ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key and body within 24 hours: carried out once, answered alike.' })(target, key!, Object.getOwnPropertyDescriptor(target, key!)!);
};

/**
 * Carries out a request once, however often it is sent:
 *
 *     create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: CreateX }) body: CreateX) {
 *       return this.idempotency.transaction(request, body, (tx) => this.things.create(tx, actor, body));
 *     }
 *
 * Key, effect and answer are written in one transaction, so that there is never one without the others: its first statement claims the key.
 * A twin that arrives meanwhile waits at the unique key until the first is through, then reads its answer; when the first failed, it takes over.
 * Only what succeeded is remembered. `work` must use `tx` alone: another connection could wait for a twin that waits for it.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * @param body whatever besides key and address makes the request what it is; for an upload its SHA-256
   * @returns what `work` returns, or returned the first time (through JSON)
   * @throws AppError `idempotency_mismatch` when the key was used for another request
   */
  transaction<T>({ personId, key, target }: IdempotentRequest, body: unknown, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      if (key === undefined) return work(tx);
      const requestHash = createHash('sha256').update(`${target}\n${JSON.stringify(body)}`).digest('hex');
      if (!(await first(tx, CLAIM, [personId, key, requestHash]))) {
        const known = await first<{ requestHash: string; answer: T }>(tx, ANSWERED, [personId, key]);
        if (known?.requestHash !== requestHash) throw new AppError('idempotency_mismatch');
        return known.answer;
      }
      const answer = await work(tx);
      await tx.rows(ANSWER, [personId, key, JSON.stringify(answer)]);
      return answer;
    });
  }

  /** Forgets answers older than a day. @returns how many */
  async purge(): Promise<number> {
    return (await this.database.transaction((tx) => tx.rows(PURGE))).length;
  }
}
