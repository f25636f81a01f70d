import { Injectable } from '@nestjs/common';
import { type Actor, AppError, audit, Database, first } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import type { RoleProfile, RoleProfileList, RoleProfileView } from '@zhixing/skills/contract';
import { skillOf, type SkillSqlRow } from './framework.view.ts';
import { CHOOSE, PROFILE_VIEW, PROFILES, REQUIREMENTS, UNCHOOSE } from './profiles.queries.ts';

/** Role profiles, and which one a person aims at. */
@Injectable()
export class ProfilesService {
  constructor(private readonly database: Database) {}

  async all(): Promise<RoleProfileList> {
    return { items: await this.database.rows<RoleProfile>(PROFILES) };
  }

  /** @throws AppError not_found */
  async one(id: string): Promise<RoleProfileView> {
    const profile = await first<RoleProfile>(this.database, PROFILE_VIEW, [id]);
    if (!profile) throw new AppError('not_found');
    const rows = await this.database.rows<SkillSqlRow & { level: number; weight: number; anchor: Localized }>(REQUIREMENTS, [id]);
    return { ...profile, requirements: rows.map((row) => ({ skill: skillOf(row), level: row.level, weight: row.weight, anchor: row.anchor })) };
  }

  /** Sets the actor's own target; null takes it away. The same again changes nothing. @throws AppError not_found for an unknown profile */
  async choose(actor: Actor, profileId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (profileId !== null && !(await first(tx, PROFILE_VIEW, [profileId]))) throw new AppError('not_found');
      const changed = profileId === null ? await first(tx, UNCHOOSE, [actor.personId]) : await first(tx, CHOOSE, [actor.personId, profileId]);
      if (changed) await audit(tx, actor, { action: 'skill.choose_target', object: { type: 'person', id: actor.personId }, facts: { profileId } });
    });
  }
}
