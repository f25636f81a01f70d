import { Injectable } from '@nestjs/common';
import type { Colleague, FoundPeople, PersonCard, Preferences } from '@zhixing/people/contract';
import { type Actor, AppError, Database, first, type Reader } from '@zhixing/platform/api';
import { DirectoryService } from './directory.service.ts';
import { CARDS, DEPARTMENT_NAMES, MANAGERS, SAVE_PREFERENCES } from './people.queries.ts';
import { type CardRow, personCard } from './people.view.ts';

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  /** The cards of the given persons by id, as they are today; unknown ids are left out. `reader` = the caller's transaction, if any. */
  async cards(personIds: readonly string[], reader: Reader = this.database): Promise<Map<string, PersonCard>> {
    const rows = await reader.rows<CardRow>(CARDS, [personIds]);
    return new Map(rows.map((row) => [row.person_id, personCard(row)]));
  }

  /** One card. @throws AppError not_found */
  async card(personId: string, reader: Reader = this.database): Promise<PersonCard> {
    const card = (await this.cards([personId], reader)).get(personId);
    if (!card) throw new AppError('not_found');
    return card;
  }

  /** Cards of those who work here, by hanzi, pinyin, initials, staff number or mail: whole matches first, then beginnings, in the order of pinyin. */
  async find(q: string, page: { limit: number; cursor?: string | undefined }, reader: Reader = this.database): Promise<FoundPeople> {
    const { ids, nextCursor } = await this.directory.find(reader, q, { ...page, state: ['active', 'on_leave'] });
    const cards = await this.cards(ids, reader);
    return { items: ids.flatMap((id) => cards.get(id) ?? []), nextCursor };
  }

  /** A colleague as everybody sees them. @throws AppError not_found, also for those who work here no more */
  async colleague(personId: string): Promise<Colleague> {
    const card = await this.card(personId);
    const managers = await this.database.rows<CardRow & Pick<Colleague['managers'][number], 'kind'>>(MANAGERS, [personId]);
    return { ...card, managers: managers.map((row) => ({ ...personCard(row), kind: row.kind })) };
  }

  /** Departments by id, in Chinese order of their names. */
  async departments(ids: readonly string[], reader: Reader = this.database): Promise<{ id: string; name: string }[]> {
    return ids.length ? reader.rows(DEPARTMENT_NAMES, [ids]) : [];
  }

  /** Names of departments in Chinese order. */
  async departmentNames(ids: readonly string[], reader: Reader = this.database): Promise<string[]> {
    return (await this.departments(ids, reader)).map((row) => row.name);
  }

  /** Stores what the actor chose for themself; what is absent stays. Not audited: it concerns nobody else. */
  async savePreferences(actor: Actor, preferences: Preferences): Promise<Required<Preferences>> {
    return this.database.transaction(async (tx) => {
      const saved = await first<Required<Preferences>>(tx, SAVE_PREFERENCES, [actor.personId, preferences.language ?? null, preferences.theme ?? null]);
      return saved!;
    });
  }
}
