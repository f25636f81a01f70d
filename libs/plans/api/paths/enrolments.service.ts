import { Injectable } from '@nestjs/common';
import { type PathList, type PathsQuery, type PathDraft, plansEvents, type PathView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, type EventHandler, first, notify, page, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { plansMessages } from '../messages.ts';
import { COMPLETE_OWED_PATH } from '../obligations/changes.queries.ts';
import { COMPLETE_PATH, DONE_PATHS, ENROL, FOLLOW, ITEMS, LEAVE, MAYBE_DONE, PATH, PATHS } from './paths.queries.ts';
import { type ItemRow, pathCard, type PathRow, pathView } from './paths.view.ts';

const Cursor = z.tuple([z.int(), z.string(), z.uuid()]);

/** Paths as people follow them. */
@Injectable()
export class EnrolmentsService implements EventHandler<{ personId: string }> {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
  ) {}

  /** Those the actor sees: own first, then role maps, then others. */
  async list(actor: Actor, { q, profile, mine, limit, cursor }: PathsQuery): Promise<PathList> {
    const after = decodeCursor(Cursor, cursor) ?? [null, null, null];
    const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<PathRow>(PATHS, [actor.personId, actor.departmentIds, words, profile ?? null, mine ?? false, ...after, limit + 1]);
    const profiles = await this.skills.profileNames();
    return page(rows, limit, (row) => [row.rank, row.title, row.id], (row) => pathCard(row, { profiles }));
  }

  /** A path step by step, as the actor stands to it. @throws AppError not_found */
  async one(actor: Actor, id: string, tx?: Transaction): Promise<PathView> {
    const reader = tx ?? this.database;
    const row = await first<PathRow & { content: PathDraft }>(reader, PATH, [actor.personId, actor.departmentIds, id]);
    if (!row) throw new AppError('not_found');
    const items = await reader.rows<ItemRow>(ITEMS, [actor.personId, actor.departmentIds, id]);
    const definitions = await this.skills.definitions([...new Set(items.flatMap(({ skill_id }) => skill_id ?? []))], reader);
    const levels = (await this.skills.levelsOf([actor.personId], reader)).get(actor.personId) ?? [];
    return pathView(row, items, {
      profiles: await this.skills.profileNames(reader),
      skills: new Map([...definitions].map(([skillId, { name }]) => [skillId, name])),
      levels: new Map(levels.map(({ skillId, level }) => [skillId, level])),
    });
  }

  /** The actor follows a path; what they did before counts. The same again changes nothing. @throws AppError not_found */
  async enrol(actor: Actor, id: string): Promise<PathView> {
    return this.database.transaction(async (tx) => {
      if (await first(tx, ENROL, [actor.personId, id, actor.departmentIds])) {
        await audit(tx, actor, { action: 'path.enrol', object: { type: 'path', id } });
        await this.settle(tx, actor.personId);
      }
      return this.one(actor, id, tx);
    });
  }

  /** The actor follows it no more; a completion stays. The same again changes nothing. */
  async leave(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await first(tx, LEAVE, [actor.personId, id])) await audit(tx, actor, { action: 'path.leave', object: { type: 'path', id } });
    });
  }

  /** Somebody completed a course: the paths that were completed by it are. */
  async handle({ personId }: { personId: string }): Promise<void> {
    await this.database.transaction((tx) => this.settle(tx, personId));
  }

  /** Completes what was satisfied by what no event told, such as a skill another room proved. */
  async settleMissed(): Promise<void> {
    for (const { person_id: personId } of await this.database.rows<{ person_id: string }>(MAYBE_DONE)) await this.database.transaction((tx) => this.settle(tx, personId));
  }

  private async settle(tx: Transaction, personId: string): Promise<void> {
    for (const { path_id: pathId, version, title } of await tx.rows<{ path_id: string; version: number; title: string }>(DONE_PATHS, [personId])) {
      const id = uuid();
      if (!(await first(tx, COMPLETE_PATH, [id, pathId, personId, version]))) continue;
      await tx.rows(FOLLOW, [personId, pathId]);
      await tx.rows(COMPLETE_OWED_PATH, [personId, pathId]);
      await emit(tx, plansEvents['plans.path_completed'], { personId, pathId, completionId: id });
      await notify(tx, { template: plansMessages.pathCompleted, to: [personId], subject: { type: 'path', id: pathId }, values: { path: title }, link: `/paths/${pathId}` });
    }
  }
}
