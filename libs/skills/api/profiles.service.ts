import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, first, type Reader, type Transaction } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import type { AddProfile, EditProfile, RoleProfile, RoleProfileList, RoleProfileView } from '@zhixing/skills/contract';
import { skillOf, type SkillSqlRow } from './framework.view.ts';
import { ADD_PROFILE, CHOOSE, CLEAR_REQUIREMENTS, EDIT_PROFILE, PROFILE_VIEW, PROFILES, REQUIREMENTS, STORE_REQUIREMENTS, UNCHOOSE } from './profiles.queries.ts';
import { SkillsService } from './skills.service.ts';

/** Role profiles, and which one a person aims at. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
  ) {}

  async all(): Promise<RoleProfileList> {
    return { items: await this.database.rows<RoleProfile>(PROFILES) };
  }

  /** @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<RoleProfileView> {
    const profile = await first<RoleProfile & { revision: number }>(reader, PROFILE_VIEW, [id]);
    if (!profile) throw new AppError('not_found');
    const rows = await reader.rows<SkillSqlRow & { level: number; weight: number; anchor: Localized }>(REQUIREMENTS, [id]);
    return { ...profile, requirements: rows.map((row) => ({ skill: skillOf(row), level: row.level, weight: row.weight, anchor: row.anchor })), can: { edit: mayEdit(actor) } };
  }

  /** @throws AppError forbidden; skills.profile_taken, skills.unknown_skill */
  async add(actor: Actor, { id, name, description, scarce, requirements }: AddProfile): Promise<RoleProfileView> {
    this.permit(actor);
    return this.database.transaction(async (tx) => {
      if (!(await first(tx, ADD_PROFILE, [id, name, description, scarce]))) throw new AppError('skills.profile_taken', { id }, [{ path: 'id', message: id }]);
      await this.require(tx, id, requirements);
      await audit(tx, actor, { action: 'profile.add', object: { type: 'role_profile', id }, after: { name, description, scarce, requirements } });
      return this.one(actor, id, tx);
    });
  }

  /** Gaps of people who aim at it follow at once. @throws AppError forbidden, not_found, skills.unknown_skill; precondition_failed when somebody changed it since `revision` */
  async edit(actor: Actor, id: string, revision: number, changes: EditProfile): Promise<RoleProfileView> {
    this.permit(actor);
    return this.database.transaction(async (tx) => {
      const before = await this.one(actor, id, tx);
      if (!(await first(tx, EDIT_PROFILE, [id, revision, changes.name ?? null, changes.description ?? null, changes.scarce ?? null]))) throw new AppError('precondition_failed');
      if (changes.requirements) {
        await tx.rows(CLEAR_REQUIREMENTS, [id]);
        await this.require(tx, id, changes.requirements);
      }
      const after = await this.one(actor, id, tx);
      await audit(tx, actor, { action: 'profile.edit', object: { type: 'role_profile', id }, before: { ...before }, after: { ...after } });
      return after;
    });
  }

  private async require(tx: Transaction, id: string, requirements: AddProfile['requirements']): Promise<void> {
    await this.skills.require(requirements.map((one) => one.skillId), tx);
    await tx.rows(STORE_REQUIREMENTS, [id, JSON.stringify(requirements)]);
  }

  private permit(actor: Actor): void {
    if (!mayEdit(actor)) throw new AppError('forbidden');
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

/** Profiles are the whole bank's. */
const mayEdit = (actor: Actor): boolean => actor.permissions.has('skill:write') && administrationScope(actor) === null;
