import { Injectable } from '@nestjs/common';
import type { PathAim, PathDraft, PathList, PathsQuery, PathView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { z } from 'zod';
import { PathCompletionsService } from './completions.service.ts';
import { AIM, ENROL, LEAVE, PATH, PATHS } from './paths.queries.ts';
import { type ItemRow, pathCard, type PathRow, pathView } from './paths.view.ts';

const Cursor = z.tuple([z.int(), z.string(), z.uuid()]);

/** Paths as people follow them. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
    private readonly completions: PathCompletionsService,
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
    const row = await first<PathRow & { content: PathDraft; items: ItemRow[] }>(reader, PATH, [actor.personId, actor.departmentIds, id]);
    if (!row) throw new AppError('not_found');
    const definitions = await this.skills.definitions([...new Set(row.items.flatMap(({ skill_id }) => skill_id ?? []))], reader);
    const levels = (await this.skills.levelsOf([actor.personId], reader)).get(actor.personId) ?? [];
    return pathView(row, {
      profiles: await this.skills.profileNames(reader),
      skills: new Map([...definitions].map(([skillId, { name }]) => [skillId, name])),
      levels: new Map(levels.map(({ skillId, level }) => [skillId, level])),
    });
  }

  /** The path to the role the actor aims at, else the first they follow; none when there is neither, or it is completed. */
  async aim(actor: Actor): Promise<PathAim> {
    const target = await this.skills.targetOf(actor.personId);
    const found = await first<{ id: string }>(this.database, AIM, [actor.personId, actor.departmentIds, target]);
    const path = found ? await this.one(actor, found.id) : null;
    return { path, aimed: path !== null && path.profile !== null && path.profile.id === target };
  }

  /** The actor follows a path; what they did before counts. The same again changes nothing. @throws AppError not_found */
  async enrol(actor: Actor, id: string): Promise<PathView> {
    return this.database.transaction(async (tx) => {
      if (await first(tx, ENROL, [actor.personId, id, actor.departmentIds])) {
        await audit(tx, actor, { action: 'path.enrol', object: { type: 'path', id } });
        await this.completions.settle(tx, [actor.personId]);
      }
      return this.one(actor, id, tx);
    });
  }

  /** The actor follows it no more; a completion stays. The same again changes nothing. @throws AppError not_found */
  async leave(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await first(tx, LEAVE, [actor.personId, id])) await audit(tx, actor, { action: 'path.leave', object: { type: 'path', id } });
      else await this.one(actor, id, tx);
    });
  }
}
