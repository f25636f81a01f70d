import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { Made } from '@zhixing/people/contract';
import { type AdministeredPaths, type AdministeredPathsQuery, type EditPath, type PathDraft, type PathDraftView, plansEvents } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { OPEN_COURSES, REACHED_DEPARTMENTS } from '../classes/classes.queries.ts';
import { Path, PathVersion } from './paths.entities.ts';
import { ADMINISTERED_PATH, ADMINISTERED_PATHS, CLEAR_ITEMS, CLOSED_COURSES, HOLD_PATH, LAY_OUT, NAMED_COURSES } from './paths.queries.ts';
import { administeredPath, type AdministeredRow, pathDraftView } from './paths.view.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

type Held = Pick<AdministeredRow, 'id' | 'title' | 'state' | 'version' | 'revision' | 'scope' | 'draft'>;

/** Paths as they are drafted, published and retired. A published version never changes; whoever follows a path follows its newest one. */
@Injectable()
export class PathsService {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
  ) {}

  /** Those in the actor's reach, changed last first. */
  async list(actor: Actor, { q, state, limit, cursor }: AdministeredPathsQuery): Promise<AdministeredPaths> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<AdministeredRow>(ADMINISTERED_PATHS, [administrationScope(actor), words(q), state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    const profiles = await this.skills.profileNames();
    return page(rows, limit, (row) => [row.sort_key, row.id], (row) => administeredPath(row, { profiles }, { edit: mayEdit(actor, row) }));
  }

  /** What is being edited. @throws AppError not_found */
  async draft(actor: Actor, id: string, reader: Reader = this.database): Promise<PathDraftView> {
    const row = await first<AdministeredRow>(reader, ADMINISTERED_PATH, [id]);
    if (!row || !maySee(actor, row)) throw new AppError('not_found');
    const items = row.draft.steps.flatMap((step) => step.items);
    const courses = await reader.rows<PathDraftView['courses'][number]>(NAMED_COURSES, [items.flatMap((item) => (item.kind === 'course' ? [item.courseId] : []))]);
    const skills = await this.skills.definitions(items.flatMap((item) => (item.kind === 'skill' ? [item.skillId] : [])), reader);
    return pathDraftView(row, { courses, skills: [...skills.values()].map(({ id: skillId, name }) => ({ id: skillId, name })) }, { edit: mayEdit(actor, row) });
  }

  /** A draft; nobody sees it yet. @throws AppError invalid for an unknown role or skill, plans.target_closed, plans.path_audience */
  async create(tx: Transaction, actor: Actor, draft: PathDraft): Promise<Made> {
    await this.check(tx, actor, draft);
    const id = uuid();
    const { steps: _steps, ...facts } = draft;
    await tx.manager.insert(Path, { ...facts, id, scope: administrationScope(actor) as string[] | null, ownerId: actor.personId, state: 'draft', draft, version: 0, revision: 1, updatedAt: () => 'platform.now()' });
    await audit(tx, actor, { action: 'path.create', object: { type: 'path', id }, after: draft });
    return { id };
  }

  /** Changes the draft; what people follow stays until it is published. @throws AppError not_found, forbidden, precondition_failed, plans.path_retired, plans.target_closed, plans.path_audience */
  async edit(actor: Actor, id: string, revision: number, changes: EditPath): Promise<PathDraftView> {
    return this.database.transaction(async (tx) => {
      const held = await this.hold(tx, actor, id);
      if (held.state === 'retired') throw new AppError('plans.path_retired');
      const draft = { ...held.draft, ...changes };
      await this.check(tx, actor, draft, held.draft);
      const shown = held.state === 'draft' ? { title: draft.title, description: draft.description, profileId: draft.profileId, ordered: draft.ordered, audience: draft.audience } : {};
      const { affected } = await tx.manager.update(Path, { id, revision }, { ...shown, draft, revision: revision + 1, updatedAt: () => 'platform.now()' });
      if (!affected) throw new AppError('precondition_failed');
      await audit(tx, actor, { action: 'path.edit', object: { type: 'path', id }, before: held.draft, after: draft, facts: { fields: Object.keys(changes).join(' ') } });
      return this.draft(actor, id, tx);
    });
  }

  /** The draft becomes what people follow, as the next version; the same again makes none. @throws AppError not_found, forbidden, plans.path_empty, plans.path_courses, plans.path_retired */
  async publish(actor: Actor, id: string): Promise<PathDraftView> {
    return this.database.transaction(async (tx) => {
      const { draft, version, revision, state } = await this.hold(tx, actor, id);
      if (state === 'retired') throw new AppError('plans.path_retired');
      if (!(await this.draft(actor, id, tx)).changed && state === 'published') return this.draft(actor, id, tx);
      if (!draft.steps.some((step) => step.required)) throw new AppError('plans.path_empty');
      const closed = await tx.rows<{ title: string | null }>(CLOSED_COURSES, [coursesOf(draft), draft.audience]);
      if (closed.length) throw new AppError('plans.path_courses', { titles: closed.map(({ title }) => title ?? '?').join('、') });
      await tx.manager.insert(PathVersion, { pathId: id, number: version + 1, at: () => 'platform.now()', byId: actor.personId, content: draft });
      await layOut(tx, id, draft);
      await tx.manager.update(Path, { id }, {
        title: draft.title, description: draft.description, profileId: draft.profileId, ordered: draft.ordered, audience: draft.audience, state: 'published', version: version + 1, revision: revision + 1, updatedAt: () => 'platform.now()',
      });
      await audit(tx, actor, { action: 'path.publish', object: { type: 'path', id }, after: draft, facts: { version: version + 1 } });
      await emit(tx, plansEvents['plans.path_changed'], { pathId: id });
      return this.draft(actor, id, tx);
    });
  }

  /** Nobody new sees it; who follows it goes on. The same again changes nothing. @throws AppError not_found, forbidden */
  async retire(actor: Actor, id: string): Promise<PathDraftView> {
    return this.database.transaction(async (tx) => {
      const { state, revision } = await this.hold(tx, actor, id);
      if (state !== 'retired') {
        await tx.manager.update(Path, { id }, { state: 'retired', revision: revision + 1, updatedAt: () => 'platform.now()' });
        await audit(tx, actor, { action: 'path.retire', object: { type: 'path', id }, before: { state } });
      }
      return this.draft(actor, id, tx);
    });
  }

  private async hold(tx: Transaction, actor: Actor, id: string): Promise<Held> {
    const row = await first<Held>(tx, HOLD_PATH, [id]);
    if (!row || !maySee(actor, row)) throw new AppError('not_found');
    if (!mayEdit(actor, row)) throw new AppError('forbidden');
    return row;
  }

  /** What a draft names exists, and what it names anew is in the actor's reach. @throws AppError invalid, plans.target_closed, plans.path_audience */
  private async check(tx: Transaction, actor: Actor, { steps, profileId, audience }: PathDraft, before?: PathDraft): Promise<void> {
    const scope = administrationScope(actor);
    const known = new Set(before && coursesOf(before));
    const fresh = coursesOf({ steps }).filter((id) => !known.has(id));
    if ((await tx.rows(OPEN_COURSES, [fresh, actor.departmentIds, scope])).length < fresh.length) throw new AppError('plans.target_closed');
    const departments = [...new Set(audience)];
    if ((scope !== null && !departments.length) || (await tx.rows(REACHED_DEPARTMENTS, [departments, scope])).length < departments.length) throw new AppError('plans.path_audience');
    await this.skills.require([...new Set(steps.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'skill' ? [item.skillId] : []))))], tx);
    if (profileId !== null && !(await this.skills.profileNames(tx)).has(profileId)) throw new AppError('invalid');
    if (new Set(steps.map(({ key }) => key)).size !== steps.length) throw new AppError('invalid');
  }
}

const coursesOf = ({ steps }: Pick<PathDraft, 'steps'>): string[] => [...new Set(steps.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'course' ? [item.courseId] : []))))];

type Owned = Pick<AdministeredRow, 'scope' | 'state'>;

/** A path is changed by those who reach all it was made for: `scope` null = the whole bank. */
function mayEdit(actor: Actor, { scope: reach }: Owned): boolean {
  const scope = administrationScope(actor);
  return scope === null || (reach !== null && reach.length > 0 && reach.every((id) => scope.includes(id)));
}

/** A branch reads what head office publishes. */
const maySee = (actor: Actor, path: Owned): boolean => mayEdit(actor, path) || (administrationScope(actor)?.length !== 0 && path.scope === null && path.state !== 'draft');

const words = (q: string | undefined): string | null => (q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`);

/** Lays a version out for SQL, in place of the one before. */
export async function layOut(tx: Transaction, id: string, { steps }: PathDraft): Promise<void> {
  const items = steps.flatMap(({ required, mode, items: all }, step) => all.map((one, item) => ({
    step, item, required, any_of: mode === 'any', kind: one.kind, ...(one.kind === 'course' ? { course_id: one.courseId } : { skill_id: one.skillId, level: one.level }),
  })));
  await tx.rows(CLEAR_ITEMS, [id]);
  await tx.rows(LAY_OUT, [id, JSON.stringify(items)]);
}
