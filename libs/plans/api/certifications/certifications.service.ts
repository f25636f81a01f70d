import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { Made } from '@zhixing/people/contract';
import { type CertificationList, type CertificationSkill, type CertificationView, type HolderList, type HoldersQuery, type MyCertifications, plansEvents, type SaveCertification } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { OPEN_COURSES } from '../classes/classes.queries.ts';
import { CertificationRow } from './certifications.entities.ts';
import { mayEdit, requireEdit } from './certifications.policy.ts';
import { CERTIFICATION, CERTIFICATIONS, CERTIFICATION_SKILLS, COUNT_TO_CHECK, HOLDERS, MINE, OPEN_TO_SUBMIT, REQUIRED_OF, RETIRE, SAVE_POSITIONS, SAVE_SKILLS, UNKNOWN_POSITIONS } from './certifications.queries.ts';
import { certificationRow, type CertificationSqlRow, holder, type HolderSqlRow, mine, type MySqlRow } from './certifications.view.ts';

const Cursor = z.tuple([z.string()]);

/** Certifications, the positions that must hold them, and who does. */
@Injectable()
export class CertificationsService {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
  ) {}

  async list(actor: Actor): Promise<CertificationList> {
    const scope = administrationScope(actor);
    const [rows, waiting] = await Promise.all([
      this.database.rows<CertificationSqlRow>(CERTIFICATIONS, [scope]),
      first<{ waiting: number }>(this.database, COUNT_TO_CHECK, [scope, actor.personId]),
    ]);
    return { items: rows.map(certificationRow), waiting: waiting!.waiting, can: { edit: mayEdit(actor) } };
  }

  /** @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<CertificationView> {
    const row = await this.find(actor, id, reader);
    const requiredOf = await reader.rows<CertificationView['requiredOf'][number]>(REQUIRED_OF, [id]);
    const mapped = await reader.rows<CertificationSkill>(CERTIFICATION_SKILLS, [id]);
    const definitions = await this.skills.definitions(mapped.map((one) => one.skill), reader);
    const skills = mapped.map((one) => ({ ...one, name: definitions.get(one.skill)?.name ?? { zh: one.skill, en: one.skill } }));
    return { ...certificationRow(row), description: row.description, requiredOf, skills, revision: row.revision, can: { edit: mayEdit(actor) && row.state === 'active' } };
  }

  /** By staff number. @throws AppError not_found */
  async holders(actor: Actor, id: string, { state, q, limit, cursor }: HoldersQuery): Promise<HolderList> {
    await this.find(actor, id);
    const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<HolderSqlRow>(HOLDERS, [id, administrationScope(actor), state, words, decodeCursor(Cursor, cursor)?.[0] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.staff_number], holder);
  }

  /** What certifications have to do with oneself. */
  async mine(actor: Actor): Promise<MyCertifications> {
    const [rows, external] = await Promise.all([
      this.database.rows<MySqlRow>(MINE, [actor.personId]),
      this.database.rows<MyCertifications['external'][number]>(OPEN_TO_SUBMIT),
    ]);
    return { items: rows.map(mine), external };
  }

  /** @throws AppError forbidden, plans.target_closed, plans.unknown_position, skills.unknown_skill, plans.certification_title */
  async create(tx: Transaction, actor: Actor, body: SaveCertification): Promise<Made> {
    requireEdit(actor);
    const { positionIds, skills, ...facts } = body;
    await this.check(tx, actor, body, null);
    const id = uuid();
    await tx.manager.insert(CertificationRow, { ...facts, id, state: 'active', revision: 1, createdBy: actor.personId, createdAt: () => 'platform.now()' });
    await this.saveLists(tx, id, positionIds, skills);
    await audit(tx, actor, { action: 'certification.create', object: { type: 'certification', id }, after: body, facts: { skills: mapping(skills) } });
    await emit(tx, plansEvents['plans.certification_changed'], { certificationId: id });
    return { id };
  }

  /** Cycles that were granted stay as they are; the new period counts for later ones. @throws AppError forbidden, not_found, precondition_failed, plans.certification_retired, plans.kind_fixed, and as `create` */
  async edit(tx: Transaction, actor: Actor, id: string, revision: number, body: SaveCertification): Promise<CertificationView> {
    requireEdit(actor);
    const before = await this.one(actor, id, tx);
    if (before.retired) throw new AppError('plans.certification_retired');
    if (before.kind !== body.kind) throw new AppError('plans.kind_fixed');
    await this.check(tx, actor, body, before.course?.id ?? null, id);
    const { positionIds, skills, ...facts } = body;
    const { affected } = await tx.manager.update(CertificationRow, { id, revision }, { ...facts, revision: revision + 1 });
    if (!affected) throw new AppError('precondition_failed');
    await this.saveLists(tx, id, positionIds, skills);
    await audit(tx, actor, { action: 'certification.edit', object: { type: 'certification', id }, before, after: body, facts: { skills: mapping(skills) } });
    await emit(tx, plansEvents['plans.certification_changed'], { certificationId: id });
    return this.one(actor, id, tx);
  }

  /** No position requires it from today on and nobody is certified any more; what is held runs out by its dates. @throws AppError forbidden, not_found, plans.certification_retired */
  async retire(tx: Transaction, actor: Actor, id: string): Promise<CertificationView> {
    requireEdit(actor);
    await this.find(actor, id, tx);
    if (!(await first(tx, RETIRE, [id]))) throw new AppError('plans.certification_retired');
    await audit(tx, actor, { action: 'certification.retire', object: { type: 'certification', id } });
    return this.one(actor, id, tx);
  }

  private async find(actor: Actor, id: string, reader: Reader = this.database): Promise<CertificationSqlRow> {
    const row = await first<CertificationSqlRow>(reader, CERTIFICATION, [id, administrationScope(actor)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  private async saveLists(tx: Transaction, id: string, positionIds: readonly string[], skills: readonly CertificationSkill[]): Promise<void> {
    await tx.rows(SAVE_POSITIONS, [id, positionIds]);
    await tx.rows(SAVE_SKILLS, [id, skills.map((one) => one.skill), skills.map((one) => one.level)]);
  }

  private async check(tx: Transaction, actor: Actor, { title, courseId, positionIds, skills }: SaveCertification, courseBefore: string | null, id: string | null = null): Promise<void> {
    if (courseId && courseId !== courseBefore && !(await tx.rows(OPEN_COURSES, [[courseId], actor.departmentIds, administrationScope(actor)])).length) throw new AppError('plans.target_closed');
    if ((await tx.rows(UNKNOWN_POSITIONS, [positionIds])).length) throw new AppError('plans.unknown_position');
    await this.skills.require(skills.map((one) => one.skill), tx);
    const namesake = await tx.manager.findOneBy(CertificationRow, { title, state: 'active' });
    if (namesake && namesake.id !== id) throw new AppError('plans.certification_title', { title });
  }
}

/** What it is evidence of, as the audit trail names it. */
const mapping = (skills: readonly CertificationSkill[]): string => skills.map(({ skill, level }) => `${skill} ${level}`).join(', ');
