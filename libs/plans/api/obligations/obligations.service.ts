import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { ObligationList, ObligationsQuery, ObligationView, OverseenList, OverseenQuery } from '@zhixing/plans/contract';
import { type Actor, AppError, Database, decodeCursor, first, page, type Reader, type Statement } from '@zhixing/platform/api';
import { z } from 'zod';
import { peopleOf } from '../assignments/assignments.policy.ts';
import { AssignmentsService } from '../assignments/assignments.service.ts';
import { CHANGES, COUNT_PEOPLE, COUNT_TEAM, EXTENSIONS, MINE_ALL, MINE_DONE, MINE_OF, MINE_OPEN, MY_COUNTS, OBLIGATION, PEOPLE, TEAM, WAIVERS } from './obligations.queries.ts';
import { change, type ChangeRow, extension, type ExtensionSqlRow, obligationRow, type ObligationSqlRow, overseen, type OverseenSqlRow, waiver, type WaiverSqlRow } from './obligations.view.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);
const MINE: Record<ObligationsQuery['state'], Statement> = { open: MINE_OPEN, done: MINE_DONE, all: MINE_ALL };

/** An obligation as the one who looks at it may deal with it. */
export type FoundObligation = OverseenSqlRow & { oversees: boolean; administers: boolean };

/** Words as a pattern of `ilike`. */
const pattern = (q: string | undefined): string | null => (q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`);

/** What people owe, read by themselves and by those who answer for them. */
@Injectable()
export class ObligationsService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsService,
  ) {}

  async mine(actor: Actor, { state, limit, cursor }: ObligationsQuery): Promise<ObligationList> {
    const after = decodeCursor(Cursor, cursor);
    const [rows, counts] = await Promise.all([
      this.database.rows<ObligationSqlRow>(MINE[state], [actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
      first<ObligationList['counts']>(this.database, MY_COUNTS, [actor.personId]),
    ]);
    return { ...page(rows, limit, (row) => [row.sort_key, row.obligation_id], obligationRow), counts: counts! };
  }

  /** What everybody of one's line owes, the nearest due date first. */
  team(actor: Actor, { q, status, cycle, limit, cursor }: OverseenQuery): Promise<OverseenList> {
    return this.pageOf(TEAM, COUNT_TEAM, [actor.personId, status, pattern(q), cycle ?? null], limit, cursor);
  }

  /** Who owes because of an assignment, those of the actor's scope. @throws AppError not_found */
  async people(actor: Actor, id: string, { q, status, cycle, limit, cursor }: OverseenQuery): Promise<OverseenList> {
    const assignment = await this.assignments.find(actor, id);
    return this.pageOf(PEOPLE, COUNT_PEOPLE, [id, cycle ?? assignment.cycle ?? '', peopleOf(actor, assignment), status, pattern(q)], limit, cursor);
  }

  /** One obligation with all that happened to it. @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<ObligationView> {
    const row = await this.find(actor, id, reader);
    const [extensions, waivers, changes] = await Promise.all([
      reader.rows<ExtensionSqlRow>(EXTENSIONS, [id]), reader.rows<WaiverSqlRow>(WAIVERS, [id]), reader.rows<ChangeRow>(CHANGES, [id]),
    ]);
    const own = row.person_id === actor.personId;
    return {
      ...overseen(row), extensions: extensions.map(extension), waivers: waivers.map(waiver), changes: changes.map(change),
      can: {
        remind: row.oversees && row.remindable,
        extend: own && row.state === 'open' && !extensions.some((one) => one.decision === null),
        waive: row.administers && row.state === 'open' && actor.permissions.has('assignment:administer'),
      },
    };
  }

  /** One's own because of an assignment, in its newest cycle. @throws AppError not_found */
  async mineOf(actor: Actor, assignmentId: string): Promise<ObligationView> {
    const found = await first<{ id: string }>(this.database, MINE_OF, [assignmentId, actor.personId]);
    if (!found) throw new AppError('not_found');
    return this.one(actor, found.id);
  }

  /** The row of an obligation that the actor may see. @throws AppError not_found */
  async find(actor: Actor, id: string, reader: Reader = this.database): Promise<FoundObligation> {
    const row = await first<FoundObligation>(reader, OBLIGATION, [id, actor.personId, administrationScope(actor)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  private async pageOf(list: Statement, count: Statement, values: unknown[], limit: number, cursor: string | undefined): Promise<OverseenList> {
    const after = decodeCursor(Cursor, cursor);
    const [rows, counted] = await Promise.all([
      this.database.rows<OverseenSqlRow>(list, [...values, after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
      after ? undefined : first<{ total: number }>(this.database, count, values),
    ]);
    return { ...page(rows, limit, (row) => [row.sort_key, row.obligation_id], (row) => overseen(row)), total: counted?.total ?? null };
  }
}
