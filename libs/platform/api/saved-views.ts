import { Injectable } from '@nestjs/common';
import type { SavedView, SavedViews, SaveView } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import type { Actor } from './actor.ts';
import { Database, first, statement } from './database.ts';
import { AppError } from './errors.ts';

/** How many views of one list a person may have: they are tabs. */
const MOST = 12;

const LIST = statement('platform.saved_views', 'select id, name, query from platform.saved_view where person_id = $1 and page = $2 order by id');

/** Views of one person $1 are saved one after the other: what follows in the transaction counts those before it. */
const LOCK = statement('platform.lock_saved_views', `select pg_advisory_xact_lock(hashtextextended('platform.saved_view ' || $1, 0))`);

/** View $1 of person $2 on page $3; nothing when there are $6 others. */
const SAVE = statement(
  'platform.save_view',
  `insert into platform.saved_view as v (id, person_id, page, name, query)
   select $1, $2, $3, $4, $5 where (select count(*) from platform.saved_view where person_id = $2 and page = $3 and name <> $4) < $6
   on conflict (person_id, page, name) do update set query = excluded.query
   returning id, name, query`,
);

const REMOVE = statement('platform.remove_view', 'delete from platform.saved_view where id = $1 and person_id = $2 returning id');

/** Filters of lists that people keep under a name, each for themself. Not audited: it concerns nobody else. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly database: Database) {}

  async list({ personId }: Actor, page: string): Promise<SavedViews> {
    return { items: await this.database.rows<SavedView>(LIST, [personId, page]) };
  }

  /** Keeps a view; one of the same name is replaced. @throws AppError limit_reached with twelve others */
  async save({ personId }: Actor, { page, name, query }: SaveView): Promise<SavedView> {
    return this.database.transaction(async (tx) => {
      await tx.rows(LOCK, [personId]);
      const saved = await first<SavedView>(tx, SAVE, [uuid(), personId, page, name, query, MOST]);
      if (!saved) throw new AppError('limit_reached', { limit: MOST });
      return saved;
    });
  }

  /** @throws AppError not_found, also when it is another's */
  async remove({ personId }: Actor, id: string): Promise<void> {
    if (!(await this.database.transaction((tx) => first(tx, REMOVE, [id, personId])))) throw new AppError('not_found');
  }
}
