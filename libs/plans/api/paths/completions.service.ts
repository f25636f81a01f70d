import { Injectable } from '@nestjs/common';
import { plansEvents } from '@zhixing/plans/contract';
import { Database, emit, type EventHandler, notify, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { plansMessages } from '../messages.ts';
import { COMPLETE_OWED_PATHS } from '../obligations/changes.queries.ts';
import { BEGUN, COMPLETE_PATHS, FOLLOW, UNSETTLED_PERSONS } from './paths.queries.ts';

/** People of one transaction. */
const BATCH_SIZE = 500;

/** What was completed at any time counts, as PostgreSQL writes it. */
const EVER = '-infinity';

/** `since` = since when what is satisfied was completed, as PostgreSQL writes it. */
interface Begun { person_id: string; path_id: string; version: number; title: string; complete: boolean; since: string }

/** Notices what people have satisfied of the paths they follow or owe: whoever has begun one follows it, whoever satisfied all of it has completed it, once and for good; when it is owed anew, once for every turn, by what they completed in it. */
@Injectable()
export class PathCompletionsService implements EventHandler<{ personId?: string; pathId?: string }> {
  constructor(private readonly database: Database) {}

  /** Somebody completed a course; or what a path asks for, or who owes it, changed. */
  async handle({ personId, pathId }: { personId?: string; pathId?: string }): Promise<void> {
    if (personId) await this.database.transaction((tx) => this.settle(tx, [personId]));
    else await this.settleAll(pathId);
  }

  /** Everybody, or all of one path, in steps that may be interrupted and repeated; also what no event told, such as a skill another room proved. */
  async settleAll(pathId?: string): Promise<void> {
    for (let after: string | null = null; ;) {
      const persons: string[] = (await this.database.rows<{ person_id: string }>(UNSETTLED_PERSONS, [after, pathId ?? null, BATCH_SIZE])).map((row) => row.person_id);
      if (!persons.length) return;
      await this.database.transaction((tx) => this.settle(tx, persons));
      after = persons.at(-1)!;
    }
  }

  /** The same for these people, in the caller's transaction. */
  async settle(tx: Transaction, persons: readonly string[]): Promise<void> {
    const begun = await tx.rows<Begun>(BEGUN, [persons]);
    if (!begun.length) return;
    await tx.rows(FOLLOW, [begun.map((one) => one.person_id), begun.map((one) => one.path_id), begun.map((one) => one.since)]);
    const done = begun.filter((one) => one.complete);
    const completed = await tx.rows<{ id: string; person_id: string; path_id: string; since: string }>(COMPLETE_PATHS, [done.map(() => uuid()), done.map((one) => one.path_id), done.map((one) => one.person_id), done.map((one) => one.version), done.map((one) => one.since)]);
    await tx.rows(COMPLETE_OWED_PATHS, [completed.map((one) => one.person_id), completed.map((one) => one.path_id)]);
    for (const { id, person_id: personId, path_id: pathId } of completed) await emit(tx, plansEvents['plans.path_completed'], { personId, pathId, completionId: id });
    const titles = new Map(done.map((one) => [one.path_id, one.title]));
    for (const people of Map.groupBy(completed, (one) => `${one.path_id} ${one.since}`).values()) {
      const { path_id: id, since } = people[0]!;
      await notify(tx, { template: plansMessages.pathCompleted, to: people.map((one) => one.person_id), subject: { type: 'path', id }, cycle: since === EVER ? '' : since, values: { path: titles.get(id)! }, link: `/paths/${id}` });
    }
  }
}
