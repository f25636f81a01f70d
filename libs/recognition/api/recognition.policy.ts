import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError, Database, first, type Reader } from '@zhixing/platform/api';
import { Injectable } from '@nestjs/common';
import { LEADS, WITHIN } from './access.queries.ts';

/** Whose certificates, hours and points somebody may see, and on whose they may decide. */
@Injectable()
export class RecognitionPolicy {
  constructor(private readonly database: Database) {}

  /** Oneself, whom one leads, and the people of one's scope of L&D administration. @throws AppError not_found */
  async see(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId || (await this.administers(this.database, actor, personId))) return;
    if (actor.permissions.has('recognition:read') && (await first<{ leads: boolean }>(this.database, LEADS, [actor.personId, personId]))!.leads) return;
    throw new AppError('not_found');
  }

  /** Only of others, and only within one's scope. @throws AppError not_found, recognition.own_case */
  async decide(reader: Reader, actor: Actor, personId: string): Promise<void> {
    if (!(await this.administers(reader, actor, personId))) throw new AppError('not_found');
    if (personId === actor.personId) throw new AppError('recognition.own_case');
  }

  /** Rules hold for everybody. @throws AppError recognition.whole_bank */
  rule(actor: Actor): void {
    if (administrationScope(actor) !== null) throw new AppError('recognition.whole_bank');
  }

  private async administers(reader: Reader, actor: Actor, personId: string): Promise<boolean> {
    return actor.permissions.has('recognition:administer') && (await first<{ within: boolean }>(reader, WITHIN, [personId, administrationScope(actor)]))!.within;
  }
}
