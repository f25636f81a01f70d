import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService, worksWithin } from '@zhixing/people/api';
import { type DecideEarlyRenewal, plansEvents } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, emit, type EventHandler, first, notify, type Origin, statement, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { CERTIFY, COUNTS_FOR, CYCLE, DECIDE_EARLY, EARLY, HOLD_CYCLES, REVOKE_CYCLE, UNCOUNTED } from './cycles.queries.ts';
import { evidenceKind, offerCertified } from './evidence.ts';
import { certificationMessages } from './messages.ts';

const WORKER = { address: 'worker', requestId: 'plans.certifications' };
/** Completions of one transaction when many are caught up with. */
const BATCH = 200;
const TITLE = statement('plans.certification_title', 'select title from plans.certification where id = $1');
const WITHIN = statement('plans.cycle_within', `select ${worksWithin('$1::uuid', '$2')} as within`);

interface Counted {
  registration_id: string;
  certification_id: string;
  person_id: string;
  completed_at: Date;
}

/** `completed_key` = the moment to the microsecond. */
type Uncounted = Counted & { completed_key: string };

/** Cycles of certifications: granted and renewed by completions, before the window only with the person's word, and taken away by a named decision. */
@Injectable()
export class CyclesService implements EventHandler<{ registrationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  /** A completed course counts for the certifications that rest on it; delivered again, it counts once. */
  async handle({ registrationId }: { registrationId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const one of await tx.rows<Omit<Counted, 'registration_id'>>(COUNTS_FOR, [registrationId])) await this.certify(tx, WORKER, { ...one, registration_id: registrationId });
    });
  }

  /** Counts what no event told of: history that was imported, and completions older than their certification. Nobody is told of a first cycle so old. */
  async catchUp(): Promise<void> {
    let last: Uncounted | undefined;
    do last = await this.database.transaction((tx) => this.countSome(tx, last));
    while (last);
  }

  /** The person's word on a renewal before its window. @throws AppError not_found, plans.decided_already, plans.early_over */
  async decideEarly(tx: Transaction, actor: Actor, id: string, { decision }: DecideEarlyRenewal): Promise<void> {
    const offer = await first<Counted & { id: string; title: string }>(tx, EARLY, [id]);
    if (offer?.person_id !== actor.personId) throw new AppError('not_found');
    if (!(await first(tx, DECIDE_EARLY, [id, actor.personId, decision]))) throw new AppError('plans.decided_already');
    await audit(tx, actor, { action: 'certification.early_renewal', object: { type: 'certification', id: offer.certification_id }, facts: { decision, registrationId: offer.registration_id } });
    if (decision === 'accepted' && !(await this.certify(tx, actor, offer, { agreed: true }))) throw new AppError('plans.early_over');
  }

  /** The cycle no longer holds and is evidence of no skill; its person is told why. @throws AppError not_found, plans.own_certificate, plans.revoked_already */
  async revoke(tx: Transaction, actor: Actor, id: string, reason: string): Promise<void> {
    const cycle = await first<{ id: string; certification_id: string; person_id: string; title: string; kind: 'own' | 'external' }>(tx, CYCLE, [id]);
    if (!cycle || !(await first<{ within: boolean }>(tx, WITHIN, [cycle.person_id, administrationScope(actor)]))!.within) throw new AppError('not_found');
    if (cycle.person_id === actor.personId) throw new AppError('plans.own_certificate');
    if (!(await first(tx, REVOKE_CYCLE, [id, actor.personId, reason]))) throw new AppError('plans.revoked_already');
    await this.skills.withdrawEvidence(tx, { kind: evidenceKind(cycle.kind), id });
    await audit(tx, actor, { action: 'certification.revoke', object: { type: 'certification', id: cycle.certification_id }, facts: { cycleId: id, personId: cycle.person_id, reason } });
    const { displayName: person } = await this.people.card(actor.personId, tx);
    await notify(tx, { template: certificationMessages.revoked, to: [cycle.person_id], subject: { type: 'certification_cycle', id }, values: { title: cycle.title, person, reason }, link: '/certifications' });
  }

  /** @returns the last of those after one, undefined when there are no more */
  private async countSome(tx: Transaction, after: Uncounted | undefined): Promise<Uncounted | undefined> {
    const rows = await tx.rows<Uncounted>(UNCOUNTED, [after?.completed_key ?? null, after?.registration_id ?? null, after?.certification_id ?? null, BATCH]);
    for (const one of rows) await this.certify(tx, WORKER, one, { quiet: true });
    return rows.at(-1);
  }

  /** @returns whether a cycle was made, or an early renewal offered */
  private async certify(tx: Transaction, by: Origin & { personId?: string }, { registration_id, certification_id, person_id, completed_at }: Counted, { agreed = false, quiet = false } = {}): Promise<boolean> {
    await tx.rows(HOLD_CYCLES, [certification_id, person_id]);
    const id = uuid();
    const done = await first<{ what: 'certified' | 'offered'; until: string | null; instead: string | null }>(tx, CERTIFY, [id, certification_id, person_id, registration_id, completed_at, agreed]);
    if (!done) return false;
    const subject = { type: 'certification', id: certification_id };
    const { title } = (await first<{ title: string }>(tx, TITLE, [certification_id]))!;
    if (done.what === 'offered') {
      await notify(tx, { template: certificationMessages.early, to: [person_id], subject: { type: 'early_renewal', id }, values: { title, until: done.until!, instead: done.instead! }, link: '/certifications' });
      return true;
    }
    await offerCertified(tx, [id]);
    await audit(tx, by, { action: 'certification.certify', object: subject, facts: { cycleId: id, personId: person_id, registrationId: registration_id, validUntil: done.until } });
    await emit(tx, plansEvents['plans.certified'], { cycleId: id, personId: person_id });
    if (!quiet) await notify(tx, { template: certificationMessages.certified, to: [person_id], subject: { type: 'certification_cycle', id }, values: { title, until: { zh: done.until ?? '长期', en: done.until ?? 'for good' } }, link: '/certifications' });
    return true;
  }
}
