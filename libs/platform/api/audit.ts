import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Transaction, statement } from './database.ts';
import type { Actor, Origin } from './actor.ts';

/** One act worth proving: what was done to which object, and its state before and after (kept as SHA-256 only). */
export interface Act {
  action: string;
  object: { type: string; id: string };
  result?: 'done' | 'refused';
  before?: unknown;
  after?: unknown;
  /** Small facts an auditor reads; no personal data beyond ids. */
  facts?: Record<string, string | number | boolean | null>;
}

/** The one statement of every audit row, which also puts it in line for the chain; `audit` is how rooms use it. */
export const WRITE = statement(
  'platform.audit',
  `with entry as (
     insert into platform.audit_entry (id, at, person_id, login_id, address, request_id, action, object_type, object_id, result, before_hash, after_hash, facts)
     values ($1, platform.now(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     returning id)
   insert into platform.audit_unsealed (entry_id) select id from entry`,
);

const fingerprint = (state: unknown): string | null => (state === undefined ? null : createHash('sha256').update(JSON.stringify(state)).digest('hex'));

/** Writes the audit row of an act inside the transaction of the act itself. `by` is the actor, a person in whose name a command runs, or the mere origin of a request nobody is signed in for. */
export async function audit(tx: Transaction, by: Origin & Partial<Pick<Actor, 'personId' | 'loginId'>>, act: Act): Promise<void> {
  await tx.rows(WRITE, [
    uuid(),
    by.personId ?? null,
    by.loginId ?? null,
    by.address,
    by.requestId,
    act.action,
    act.object.type,
    act.object.id,
    act.result ?? 'done',
    fingerprint(act.before),
    fingerprint(act.after),
    act.facts ?? {},
  ]);
}
