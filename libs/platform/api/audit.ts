import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Transaction, statement } from './database.ts';
import { AuditEntry } from './platform.entities.ts';
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

const NOW = statement('platform.audit_now', 'select platform.now() as now');

const fingerprint = (state: unknown): string | null => (state === undefined ? null : createHash('sha256').update(JSON.stringify(state)).digest('hex'));

/** Writes the audit row of an act inside the transaction of the act itself. `by` is the actor, or the mere origin of a request nobody is signed in for. */
export async function audit(tx: Transaction, by: Actor | Origin, act: Act): Promise<void> {
  const [{ now }] = (await tx.rows<{ now: Date }>(NOW)) as [{ now: Date }];
  await tx.manager.insert(AuditEntry, {
    id: uuid(),
    at: now,
    personId: 'personId' in by ? by.personId : null,
    loginId: 'loginId' in by ? by.loginId : null,
    address: by.address,
    requestId: by.requestId,
    action: act.action,
    objectType: act.object.type,
    objectId: act.object.id,
    result: act.result ?? 'done',
    beforeHash: fingerprint(act.before),
    afterHash: fingerprint(act.after),
    facts: act.facts ?? {},
  });
}
