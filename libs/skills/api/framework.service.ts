import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, first, type Transaction } from '@zhixing/platform/api';
import type { AddSkill, EditSkill, Framework, FrameworkDraft, PublishedFramework, SkillView, SkillWording } from '@zhixing/skills/contract';
import {
  ADD_SKILL, ADD_VERSION, DISCARD_DRAFT, DRAFTS, FORGET_SKILL, LOCK_FRAMEWORK, PUBLISHED, SKILL_VIEW, SKILLS, STORE_DRAFT, TAKE_DRAFTS, VERSIONS,
} from './framework.queries.ts';
import { type DraftRow, frameworkVersion, skillDraft, skillOf, type SkillSqlRow, skillView, type SkillViewRow, type VersionRow } from './framework.view.ts';

interface Published {
  version: number;
  published_at: Date;
}

/** The framework: its published versions, and the drafts that become the next one. */
@Injectable()
export class FrameworkService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** The framework as a version told it, the current one without a number. @throws AppError not_found when there is no such version */
  async framework(version?: number): Promise<Framework> {
    const [skills, versions] = await Promise.all([this.database.rows<SkillSqlRow & { version: number }>(SKILLS, [version ?? null]), this.database.rows<VersionRow>(VERSIONS)]);
    if (!skills[0]) throw new AppError('not_found');
    const cards = await this.people.cards(versions.flatMap((row) => row.published_by ?? []));
    return { version: skills[0].version, items: skills.map(skillOf), versions: versions.map((row) => frameworkVersion(row, cards.get(row.published_by ?? '') ?? null)) };
  }

  /** A skill with its anchors. @throws AppError not_found */
  async skill(id: string, version?: number): Promise<SkillView> {
    const row = await first<SkillViewRow>(this.database, SKILL_VIEW, [id, version ?? null]);
    if (!row) throw new AppError('not_found');
    return skillView(row);
  }

  /** What waits to be published. */
  async draft(actor: Actor): Promise<FrameworkDraft> {
    const [rows, [current]] = await Promise.all([this.database.rows<DraftRow>(DRAFTS), this.database.rows<VersionRow>(VERSIONS)]);
    const cards = await this.people.cards(rows.map((row) => row.updated_by));
    return { version: current!.number + 1, items: rows.map((row) => skillDraft(row, cards.get(row.updated_by) ?? null)), can: { edit: mayEdit(actor) } };
  }

  /** Drafts a skill that the framework does not have. @throws AppError forbidden; skills.id_taken; precondition_failed when its version is no longer the next */
  async add(actor: Actor, { id, axis, version, ...skill }: AddSkill): Promise<void> {
    this.permit(actor);
    await this.database.transaction(async (tx) => {
      await tx.rows(LOCK_FRAMEWORK);
      if (!(await first(tx, ADD_SKILL, [id, axis]))) throw new AppError('skills.id_taken', { id }, [{ path: 'id', message: id }]);
      await this.store(tx, actor, id, 0, version, skill);
      await audit(tx, actor, { action: 'skill.add', object: { type: 'skill', id }, after: { axis, ...skill } });
    });
  }

  /** Drafts a skill anew. @throws AppError forbidden, not_found; precondition_failed when its draft is no longer at `revision` (0 = none), or its version is no longer the next */
  async edit(actor: Actor, id: string, revision: number, { version, ...skill }: EditSkill): Promise<void> {
    this.permit(actor);
    await this.database.transaction(async (tx) => {
      await tx.rows(LOCK_FRAMEWORK);
      const before = await first<SkillViewRow>(tx, SKILL_VIEW, [id, null]);
      if (!before && revision === 0) throw new AppError('not_found');
      await this.store(tx, actor, id, revision, version, skill);
      await audit(tx, actor, { action: 'skill.edit_draft', object: { type: 'skill', id }, before: before && skillView(before), after: skill });
    });
  }

  /** Throws a skill's draft away; nothing happens when there is none. @throws AppError forbidden */
  async discard(actor: Actor, id: string): Promise<void> {
    this.permit(actor);
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, DISCARD_DRAFT, [id]))) return;
      await tx.rows(FORGET_SKILL, [id]);
      await audit(tx, actor, { action: 'skill.discard_draft', object: { type: 'skill', id } });
    });
  }

  /**
   * Publishes all drafts as version `number`. Evidence and mappings stay as they are; evidence from now on expires by the new half-lives. The same version again answers alike.
   * @throws AppError forbidden; skills.nothing_changed; conflict when another version came in between
   */
  async publish(actor: Actor, number: number, note: string): Promise<PublishedFramework> {
    this.permit(actor);
    return this.database.transaction(async (tx) => {
      await tx.rows(LOCK_FRAMEWORK);
      const done = await first<Published>(tx, PUBLISHED, [number]);
      if (done) return answer(done);
      if (!(await first(tx, PUBLISHED, [number - 1]))) throw new AppError('conflict');
      const added = await first<Published>(tx, ADD_VERSION, [number, note, actor.personId]);
      if (!added) throw new AppError('skills.nothing_changed');
      const drafts = await tx.rows<{ skill_id: string }>(TAKE_DRAFTS, [number]);
      await audit(tx, actor, { action: 'skill.publish', object: { type: 'skill_framework', id: String(number) }, facts: { note, skills: drafts.map((one) => one.skill_id).join(' ') } });
      return answer(added);
    });
  }

  private async store(tx: Transaction, actor: Actor, id: string, revision: number, version: number, { name, description, halfLifeMonths, anchors }: SkillWording): Promise<void> {
    if (!(await first(tx, STORE_DRAFT, [id, revision, name, description, halfLifeMonths, JSON.stringify(anchors), actor.personId, version]))) throw new AppError('precondition_failed');
  }

  private permit(actor: Actor): void {
    if (!mayEdit(actor)) throw new AppError('forbidden');
  }
}

/** The framework is the whole bank's: administrators of a part of it read it only. */
const mayEdit = (actor: Actor): boolean => administrationScope(actor) === null;

const answer = (row: Published): PublishedFramework => ({ version: row.version, publishedAt: row.published_at.toISOString() });
