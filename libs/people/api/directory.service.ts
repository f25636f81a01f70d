import { Injectable } from '@nestjs/common';
import type { Choices, PeopleList, PeopleQuery, PersonView, ReportList } from '@zhixing/people/contract';
import { type Actor, AppError, Database, decodeCursor, encodeCursor, first, plainWords, type Reader, type Statement } from '@zhixing/platform/api';
import { Id } from '@zhixing/platform/contract';
import { z } from 'zod';
import { CHOICES, PERSON } from './directory.queries.ts';
import { FIND_ALL, FIND_BY_HANZI, FIND_BY_LETTERS, FIND_BY_SURNAME, FIND_MEMBERS, PERSON_ROWS, PLACED_WITHIN } from './find.queries.ts';
import { REPORTS } from './managers.queries.ts';
import { type DatedRow, type ListRow, personRow, personView } from './directory.view.ts';
import { type CardRow, personCard } from './people.view.ts';
import { peopleScope } from './roles.policy.ts';

/** Up to this many are counted; more read as "1,000+". */
const COUNTED = 1_001;

const Place = z.tuple([z.int(), z.string(), Id]);

/** Which people: `state` none = all but leavers; `sort` counts without words; `scope` = departments, null = the whole bank; `count` also counts, to 1,001 at most. */
interface Narrowed extends Partial<Pick<PeopleQuery, 'cursor' | 'state' | 'departmentId' | 'positionId' | 'sort'>> {
  limit: number;
  scope?: readonly string[] | null;
  count?: boolean;
}

interface Found {
  id: string;
  rank: number;
  key: string;
}

/** Finds people and shows their place in the bank, today and before. */
@Injectable()
export class DirectoryService {
  constructor(private readonly database: Database) {}

  /** People of any state but leavers, or of the states asked for; best fit first, then by pinyin; an L&D administrator of a branch finds its people. */
  async list(actor: Actor, query: PeopleQuery): Promise<PeopleList> {
    const found = await this.find(this.database, query.q ?? '', { ...query, scope: peopleScope(actor), count: !query.cursor });
    const rows = await this.database.rows<ListRow>(PERSON_ROWS, [found.ids]);
    return { items: rows.map(personRow), nextCursor: found.nextCursor, total: found.total };
  }

  /**
   * Ids of people by hanzi, pinyin, initials, staff number or mail: whole matches first, then beginnings, in the order of pinyin; with `q` empty everybody.
   */
  async find(
    reader: Reader,
    q: string,
    { limit, cursor, state = [], departmentId, positionId, sort = 'name', scope = null, count = false }: Narrowed,
  ): Promise<{ ids: string[]; nextCursor: string | null; total: number | null }> {
    const words = plainWords(q);
    const after = decodeCursor(Place, cursor) ?? [null, null, null];
    const query = words ? byWords(words) : (departmentId ? FIND_MEMBERS : FIND_ALL)[sort];
    const rows = await reader.rows<Found>(query, [words, state, departmentId ?? null, ...after, count ? COUNTED : limit + 1, positionId ?? null, scope]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { ids: shown.map((row) => row.id), nextCursor: last && rows.length > limit ? encodeCursor([last.rank, last.key, last.id]) : null, total: count ? rows.length : null };
  }

  /** Everything the organisation knows of a person. @throws AppError `not_found` */
  async person(actor: Actor, id: string): Promise<PersonView> {
    await this.permit(actor, id);
    const [[row], facts] = await Promise.all([this.database.rows<ListRow>(PERSON_ROWS, [[id]]), first<DatedRow>(this.database, PERSON, [id])]);
    if (!row || !facts) throw new AppError('not_found');
    return personView(row, facts, { edit: actor.permissions.has('organisation:write'), disable: actor.permissions.has('person:disable') && actor.personId !== id });
  }

  /** People outside of the actor's scope are not found. */
  private async permit(actor: Actor, id: string): Promise<void> {
    if (!(await first(this.database, PLACED_WITHIN, [id, peopleScope(actor)]))) throw new AppError('not_found');
  }

  /** Who reports to a person today, as what. @throws AppError `not_found` */
  async reports(actor: Actor, id: string): Promise<ReportList> {
    await this.permit(actor, id);
    const rows = await this.database.rows<CardRow & { kind: ReportList['items'][number]['kind'] }>(REPORTS, [id]);
    return { items: rows.map((row) => ({ ...personCard(row), kind: row.kind })) };
  }

  /** Positions and grades to choose from. */
  async choices(): Promise<Choices> {
    const row = (await first<{ positions: Choices['positions']; job_levels: Choices['jobLevels'] }>(this.database, CHOICES))!;
    return { positions: row.positions, jobLevels: row.job_levels };
  }
}

/** How a text is looked for follows from what it is made of. */
function byWords(words: string): Statement {
  if (!/\p{Script=Han}/u.test(words)) return FIND_BY_LETTERS;
  return [...words].length === 1 ? FIND_BY_SURNAME : FIND_BY_HANZI;
}
