import { Injectable } from '@nestjs/common';
import { PRIVACY_NOTICE, type PrivacyState } from '@zhixing/audit/contract';
import { type Actor, AppError, audit, Database, first } from '@zhixing/platform/api';
import { ACKNOWLEDGE, ACKNOWLEDGED } from './privacy.queries.ts';

/** Who has read the privacy notice in force. */
@Injectable()
export class PrivacyService {
  constructor(private readonly database: Database) {}

  async state({ personId }: Actor): Promise<PrivacyState> {
    const read = await first<{ at: Date }>(this.database, ACKNOWLEDGED, [personId, PRIVACY_NOTICE.version]);
    return { ...PRIVACY_NOTICE, acknowledgedAt: read?.at.toISOString() ?? null };
  }

  /** Said again it changes nothing. @throws AppError conflict for a version that is not in force */
  async acknowledge(actor: Actor, version: number): Promise<PrivacyState> {
    if (version !== PRIVACY_NOTICE.version) throw new AppError('conflict');
    await this.database.transaction(async (tx) => {
      if (await first(tx, ACKNOWLEDGE, [actor.personId, version])) await audit(tx, actor, { action: 'privacy.acknowledge', object: { type: 'notice', id: String(version) } });
    });
    return this.state(actor);
  }
}
