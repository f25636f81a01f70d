import { Injectable } from '@nestjs/common';
import type { PeopleSelection } from '@zhixing/people/contract';
import { AppError, everyPage, first, type Transaction } from '@zhixing/platform/api';
import { DirectoryService } from '../directory.service.ts';
import { requireEmployed } from '../held-persons.ts';
import type { KnownPerson } from '../hr-imports/difference.rules.ts';
import { KNOWN_BY_ID, STAFF } from '../hr-imports/known.queries.ts';
import { requireOpen } from '../open-department.ts';
import type { SelectionChangeRow } from './bulk-changes.queries.ts';
import { ABOVE, AWAY } from './selection.queries.ts';
import { type Asked, outcomeOf } from './selection.rules.ts';
import { BATCH, type Report, Stage } from './stage.ts';

/** Holds everybody chosen against what is asked of them. The rows of the report are written in the caller's transaction, anew at each check. */
@Injectable()
export class SelectionService {
  constructor(private readonly directory: DirectoryService) {}

  /** @throws AppError `invalid`, `not_found`, `people.department_closed`, `people.not_employed` (the manager) */
  async check(tx: Transaction, row: SelectionChangeRow): Promise<Report> {
    const { from } = row.change;
    const asked = await askedOf(tx, row);
    const { staff } = (await first<{ staff: number }>(tx, STAFF))!;
    const stage = await Stage.begin(tx, row.id, staff);
    for await (const ids of this.chosen(tx, row.selection)) {
      const known = await tx.rows<KnownPerson>(KNOWN_BY_ID, [ids, from]);
      if (known.length < ids.length) throw new AppError('not_found');
      const away = row.change.kind === 'leave' ? await idsOf(tx, AWAY, [ids, from, row.change.until]) : new Set<string>();
      await stage.add(known.map((person) => ({
        line: null, subject: 'person', personId: person.personId, key: person.staffNumber, name: person.name, back: false, from, ...outcomeOf({ ...asked, away }, person),
      })));
    }
    return stage.report();
  }

  /** Ids of the people chosen, some at a time. */
  private async *chosen(tx: Transaction, selection: PeopleSelection): AsyncGenerator<string[]> {
    if ('personIds' in selection) {
      const ids = [...new Set(selection.personIds)];
      for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
      return;
    }
    const { q = '', ...filter } = selection.filter;
    const pages = everyPage(async (cursor) => {
      const { ids, nextCursor } = await this.directory.find(tx, q, { ...filter, limit: BATCH, cursor });
      return { items: ids, nextCursor };
    });
    for await (const { items } of pages) yield items;
  }
}

/** The things a request names, each of which must be there on the day. */
async function askedOf(tx: Transaction, row: SelectionChangeRow): Promise<Omit<Asked, 'away'>> {
  const { change, department, position, job_level: jobLevel, manager } = row;
  const unknown = (path: string) => new AppError('invalid', {}, [{ path: `change.${path}`, message: '' }]);
  if (change.kind === 'transfer') {
    if (change.positionId && !position) throw unknown('positionId');
    if (change.jobLevelId && !jobLevel) throw unknown('jobLevelId');
    if (change.departmentId) await requireOpen(tx, change.departmentId, change.from);
  }
  if (change.kind !== 'line_manager') return { request: change, department, position, jobLevel, manager: null };
  if (!manager) throw unknown('managerId');
  await requireEmployed(tx, [manager.id], change.from);
  return { request: change, department, position, jobLevel, manager: { staffNumber: manager.staffNumber, above: await idsOf(tx, ABOVE, [manager.id, change.from]) } };
}

const idsOf = async (tx: Transaction, query: typeof ABOVE, values: unknown[]): Promise<Set<string>> => new Set((await tx.rows<{ id: string }>(query, values)).map((one) => one.id));
