import { Injectable } from '@nestjs/common';
import { AppError, audit, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { ADD_TOP, COMMON_POSITION, FIRST_GRANTS, LOCK_FIRST, PERSON_BY_NUMBER } from './first-administrators.queries.ts';
import { PLACE } from './departments.queries.ts';
import type { By } from './held-persons.ts';
import { DAY } from './organisation.queries.ts';
import { OrganisationService } from './organisation.service.ts';

/** Somebody by staff number; the name is needed of who is not there yet. */
export interface FirstPerson {
  staffNumber: string;
  displayName?: string | undefined;
}

/** What an empty database needs before anybody can do anything: a top department, two security administrators, whom they will make administrator next. */
export interface Foundation {
  /** Needed while there is no department; by the code that the files of the HR system give it. */
  top?: { code: string; name: string } | undefined;
  security: readonly [FirstPerson, FirstPerson];
  others: readonly FirstPerson[];
}

/** The one way to become security administrator without two others: while there is none. */
@Injectable()
export class FirstAdministratorsService {
  constructor(private readonly organisation: OrganisationService) {}

  /**
   * @returns the ids, the security administrators first
   * @throws AppError people.administrators_exist, people.top_needed, people.name_needed, people.not_employed, people.roles_exclude, and as `OrganisationService.hire`
   */
  async found(tx: Transaction, by: By, { top, security, others }: Foundation): Promise<string[]> {
    await tx.rows(LOCK_FIRST);
    const { today } = (await first<{ today: string }>(tx, DAY))!;
    const place = { departmentId: await this.top(tx, by, top, today), positionId: (await first<{ id: string }>(tx, COMMON_POSITION, [uuid()]))!.id, jobLevelId: null, from: today };
    const ids: string[] = [];
    for (const { staffNumber, displayName } of [...security, ...others]) {
      const known = await first<{ id: string; active: boolean }>(tx, PERSON_BY_NUMBER, [staffNumber]);
      if (known && !known.active) throw new AppError('people.not_employed', { names: staffNumber, day: today });
      if (!known && !displayName) throw new AppError('people.name_needed', { value: staffNumber });
      ids.push(known?.id ?? (await this.organisation.hire(tx, by, { staffNumber, displayName: displayName!, ...place })));
    }
    const granted = await tx.rows<{ id: string; person_id: string }>(FIRST_GRANTS, [[uuid(), uuid()], ids.slice(0, 2)]).catch((error: { constraint?: string }) => {
      throw error.constraint === 'role_grant_separation' ? new AppError('people.roles_exclude') : error;
    });
    if (granted.length < 2) throw new AppError('people.administrators_exist');
    for (const { id, person_id } of granted) await audit(tx, by, { action: 'role.grant', object: { type: 'role_grant', id }, facts: { role: 'security_admin', person: person_id } });
    return ids;
  }

  /** The department at the top: the one there is, else a new one. */
  private async top(tx: Transaction, by: By, top: Foundation['top'], today: string): Promise<string> {
    const id = uuid();
    const found = await first<{ id: string; created: boolean }>(tx, ADD_TOP, [id, top?.code ?? null, top?.name ?? null]);
    if (!found) throw new AppError('people.top_needed');
    if (!found.created) return found.id;
    await tx.rows(PLACE, [uuid(), id, null, top!.name, today]);
    await audit(tx, by, { action: 'department.create', object: { type: 'department', id }, after: { ...top, parentId: null }, facts: { parentId: null, from: today } });
    return id;
  }
}
