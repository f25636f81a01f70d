import { Injectable } from '@nestjs/common';
import { type EditPerson, type HirePerson, peopleEvents, type RehirePerson, type StartLeave, type TransferPerson } from '@zhixing/people/contract';
import { type Actor, AppError, audit, emit, first, romaniseName, type Statement, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { type By, holdPersons, requireEmployed } from './held-persons.ts';
import { LeaversService } from './leavers.service.ts';
import { ManagersService } from './managers.service.ts';
import { requireOpen } from './open-department.ts';
import {
  ADD_LEAVE, ADD_PERSON, DISABLE, EDIT_PERSON, EMPLOY, END, END_LEAVE, JOIN, NUMBER_TAKEN, PROJECT_ACTIVE, TRANSFER,
} from './organisation.queries.ts';

/** Where somebody is to work, as what, from which day on. */
interface Place {
  departmentId: string;
  positionId: string;
  jobLevelId: string | null;
  managerId?: string | undefined;
  from: string;
}

/** The commands that change people's dated rows, one meaning for pages, bulk changes and imports alike. Days may lie ahead or behind; each is audited and announced in the caller's transaction. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly managers: ManagersService,
    private readonly leavers: LeaversService,
  ) {}

  /**
   * Takes a person on.
   * @returns their id
   * @throws AppError `people.staff_number_taken`, `people.hr_key_taken`, `people.hr_key_former`, `people.department_closed`
   */
  async hire(tx: Transaction, by: By, { staffNumber, hrKey, displayName, mail, ...place }: HirePerson): Promise<string> {
    const id = uuid();
    const { pinyin, initials } = romaniseName(displayName);
    if (hrKey) await this.leavers.requireUnknown(tx, id, hrKey);
    if (!(await first(tx, ADD_PERSON, [id, staffNumber, displayName, pinyin, initials, hrKey ?? null, mail ?? null]))) throw await this.taken(tx, id, staffNumber, hrKey);
    await this.employ(tx, by, id, 'hired', place);
    await audit(tx, by, { action: 'people.hire', object: { type: 'person', id }, after: { staffNumber, displayName, ...place }, facts: { from: place.from, departmentId: place.departmentId } });
    return id;
  }

  /** Takes a leaver on again, as the person they were. @throws AppError `not_found`, `people.already_employed`, `people.department_closed` */
  async rehire(tx: Transaction, by: By, personId: string, place: RehirePerson): Promise<void> {
    await holdPersons(tx, [personId]);
    await this.employ(tx, by, personId, 'rehired', place);
    await audit(tx, by, { action: 'people.rehire', object: { type: 'person', id: personId }, after: place, facts: { from: place.from, departmentId: place.departmentId } });
  }

  /** Changes names and numbers; what is absent stays. @throws AppError `precondition_failed` when `revision` is not the newest, `people.staff_number_taken`, `people.hr_key_taken`, `people.hr_key_former`, `people.pseudonymised` */
  async edit(tx: Transaction, by: By, personId: string, revision: number, { displayName, mail, hrKey, staffNumber }: EditPerson): Promise<void> {
    await holdPersons(tx, [personId]);
    await this.leavers.requireNamed(tx, personId);
    if (hrKey) await this.leavers.requireUnknown(tx, personId, hrKey);
    const { pinyin, initials } = displayName ? romaniseName(displayName) : { pinyin: null, initials: null };
    if (staffNumber && (await first(tx, NUMBER_TAKEN, [personId, staffNumber]))) throw new AppError('people.staff_number_taken', { value: staffNumber });
    const values = [personId, revision, displayName ?? null, pinyin, initials, mail !== undefined, mail ?? null, hrKey !== undefined, hrKey ?? null, staffNumber ?? null];
    const edited = await first(tx, EDIT_PERSON, values).catch((error: { constraint?: string }) => {
      throw error.constraint === 'person_hr_key' ? new AppError('people.hr_key_taken', { value: hrKey! }) : error;
    });
    if (!edited) throw new AppError('precondition_failed');
    await audit(tx, by, { action: 'people.edit', object: { type: 'person', id: personId }, after: { displayName, mail, hrKey, staffNumber } });
  }

  /**
   * Another department, position, grade or line manager from a day on until the next change planned.
   * @throws AppError `not_found`, `people.not_employed`, `people.department_closed`, `people.manages_itself`
   */
  async transfer(tx: Transaction, by: By, personId: string, { departmentId, positionId, jobLevelId, managerId, from }: TransferPerson): Promise<void> {
    await holdPersons(tx, [personId]);
    await requireOpen(tx, departmentId, from);
    await requireEmployed(tx, [personId], from);
    await tx.rows(TRANSFER, [[personId], [uuid()], from, departmentId, positionId ?? null, jobLevelId ?? null]);
    if (managerId) await this.managers.setLine(tx, by, personId, managerId, from);
    await audit(tx, by, { action: 'people.transfer', object: { type: 'person', id: personId }, after: { departmentId, positionId, jobLevelId, managerId }, facts: { departmentId, from } });
    await emit(tx, peopleEvents['people.transferred'], { personId, on: from });
  }

  /** Days away from work. @throws AppError `people.not_employed`, `people.leave_overlaps` */
  async startLeave(tx: Transaction, by: By, personId: string, { kind, from, until }: StartLeave): Promise<void> {
    await holdPersons(tx, [personId]);
    await requireEmployed(tx, [personId], from);
    if (!(await first(tx, ADD_LEAVE, [uuid(), personId, kind, from, until]))) throw new AppError('people.leave_overlaps');
    await audit(tx, by, { action: 'people.leave', object: { type: 'person', id: personId }, after: { kind, from, until }, facts: { from, until } });
    await emit(tx, peopleEvents['people.leave_changed'], { personId });
  }

  /** Ends a leave on the day the person is back. @throws AppError `not_found` */
  async endLeave(tx: Transaction, by: By, personId: string, leaveId: string, on: string): Promise<void> {
    await holdPersons(tx, [personId]);
    if (!(await first(tx, END_LEAVE, [leaveId, personId, on]))) throw new AppError('not_found');
    await audit(tx, by, { action: 'people.leave_end', object: { type: 'person', id: personId }, facts: { leaveId, on } });
    await emit(tx, peopleEvents['people.leave_changed'], { personId });
  }

  /** `on` is the first day the person no longer works here; their place, managers, reports and delegations end with it. @throws AppError `people.not_employed` */
  async endEmployment(tx: Transaction, by: By, personId: string, on: string): Promise<void> {
    const [person] = await holdPersons(tx, [personId]);
    let ended: unknown;
    for (const query of END) ended = await first(tx, query, [personId, on]);
    if (!ended) throw new AppError('people.not_employed', { names: person!.display_name, day: on });
    await tx.rows(PROJECT_ACTIVE, [[personId]]);
    await audit(tx, by, { action: 'people.end', object: { type: 'person', id: personId }, facts: { on } });
    await emit(tx, peopleEvents['people.left'], { personId, on });
  }

  /** Shuts a person out at once, whatever their employment, or lets them in again. @throws AppError `people.own_account` */
  async setDisabled(tx: Transaction, by: Actor, personId: string, disabled: boolean): Promise<void> {
    if (personId === by.personId) throw new AppError('people.own_account');
    await holdPersons(tx, [personId]);
    if (!(await first(tx, DISABLE, [personId, disabled]))) return;
    await tx.rows(PROJECT_ACTIVE, [[personId]]);
    await audit(tx, by, { action: disabled ? 'people.disable' : 'people.enable', object: { type: 'person', id: personId } });
    if (disabled) await emit(tx, peopleEvents['people.disabled'], { personId });
  }

  /** Employment, place and line manager from one day on. */
  private async employ(tx: Transaction, by: By, personId: string, kind: 'hired' | 'rehired', { departmentId, positionId, jobLevelId, managerId, from }: Place): Promise<void> {
    await requireOpen(tx, departmentId, from);
    if (!(await first(tx, EMPLOY, [uuid(), personId, kind, from]))) throw new AppError('people.already_employed');
    await known(tx, JOIN, [uuid(), personId, departmentId, positionId, jobLevelId, from]);
    if (managerId) await this.managers.setLine(tx, by, personId, managerId, from);
    await tx.rows(PROJECT_ACTIVE, [[personId]]);
    await emit(tx, peopleEvents['people.hired'], { personId, on: from });
  }

  private async taken(tx: Transaction, id: string, staffNumber: string, hrKey: string | undefined): Promise<AppError> {
    return (await first(tx, NUMBER_TAKEN, [id, staffNumber])) ? new AppError('people.staff_number_taken', { value: staffNumber }) : new AppError('people.hr_key_taken', { value: hrKey ?? '' });
  }
}

/** Writes what may name a position or grade that does not exist. @throws AppError `invalid` */
async function known(tx: Transaction, query: Statement, values: unknown[]): Promise<void> {
  await tx.rows(query, values).catch((error: { code?: string; constraint?: string }) => {
    throw error.code === '23503' ? new AppError('invalid', {}, [{ path: error.constraint?.includes('job_level') ? 'jobLevelId' : 'positionId', message: '' }]) : error;
  });
}
