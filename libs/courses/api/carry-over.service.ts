import { Injectable } from '@nestjs/common';
import type { Gains, GrantedGains, NewerVersion, Registered } from '@zhixing/courses/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Transaction } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { CARRIED_TO, CARRY_LESSONS, GAIN_COUNT, GAIN_IDS, GAINS_PAGE, GO_ON, LEAVE, NEWER_VERSION, STILL_GAINS, TARGET } from './carry-over.queries.ts';
import { OUTLINE } from './courses.queries.ts';
import type { OutlineRow } from './courses.view.ts';
import { resumeKey } from './progress.rules.ts';
import { type HeldRegistration, ProgressService } from './progress.service.ts';
import { TOUCH } from './registrations.queries.ts';
import { VersionsService } from './versions.service.ts';

/** People granted in one transaction; whom a crash leaves out the next dry run finds. */
const BATCH = 100;

interface Target {
  version_id: string;
  version: number;
  required_total: number;
  offered: boolean;
  attempt_open: boolean;
}

interface GainRow {
  id: string;
  person_id: string;
  version: number;
  percent: number;
}

type NewerRow = Pick<Target, 'offered' | 'attempt_open' | 'version'> & Pick<NewerVersion, 'changes' | 'delta'> & { latest_version: number; lessons: number };

/** From a registration at an earlier version to one at the current version, with what was done. The earlier one stays as it was, and nobody loses by it. */
@Injectable()
export class CarryOverService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly progress: ProgressService,
    private readonly versions: VersionsService,
  ) {}

  /** What later versions say to who has one of the actor's own registrations. @throws AppError not_found */
  async newer(actor: Actor, registrationId: string): Promise<NewerVersion> {
    const row = await first<NewerRow>(this.database, NEWER_VERSION, [registrationId, actor.personId, actor.departmentIds]);
    if (!row) throw new AppError('not_found');
    return {
      version: row.version,
      latestVersion: row.latest_version,
      changes: row.changes.map((change) => ({ ...change, publishedAt: new Date(change.publishedAt).toISOString() })),
      delta: row.delta,
      carryOver: row.offered ? { lessons: row.lessons, attemptOpen: row.attempt_open } : null,
    };
  }

  /** Moves one's own open registration to the current version; doing so again returns where it went. @throws AppError not_found, courses.nothing_to_carry_over, courses.attempt_open */
  async carryOver(actor: Actor, registrationId: string): Promise<Registered> {
    return this.database.transaction(async (tx) => {
      const held = await this.progress.lock(tx, registrationId, actor.personId);
      const gone = await first<{ id: string; version_id: string }>(tx, CARRIED_TO, [registrationId]);
      if (gone) return this.registered(tx, gone.id, gone.version_id);
      const target = await first<Target>(tx, TARGET, [registrationId, actor.departmentIds]);
      if (!target?.offered || held.status !== 'open') throw new AppError('courses.nothing_to_carry_over');
      if (target.attempt_open) throw new AppError('courses.attempt_open');
      return this.registered(tx, await this.move(tx, actor, held, target), target.version_id);
    });
  }

  /** Dry run: who completes the course by the rule of its current version. @throws AppError not_found */
  async gains(actor: Actor, courseId: string, { cursor, limit }: PageQuery): Promise<Gains> {
    const { current_version: version } = await this.versions.administered(this.database, actor, courseId);
    const rows = await this.database.rows<GainRow>(GAINS_PAGE, [courseId, decodeCursor(z.tuple([z.uuid()]), cursor)?.[0] ?? null, limit + 1]);
    const { count } = (await first<{ count: number }>(this.database, GAIN_COUNT, [courseId]))!;
    const cards = await this.people.cards(rows.map((row) => row.person_id));
    const gain = (row: GainRow) => ({ registrationId: row.id, person: cards.get(row.person_id)!, version: row.version, percent: row.percent });
    return { ...page(rows, limit, (row) => [row.id], gain), version, count };
  }

  /** Grants all of `gains`, if they are still `count`: each goes on at the current version and completes it. @throws AppError not_found, courses.gains_changed */
  async grant(actor: Actor, courseId: string, count: number): Promise<GrantedGains> {
    const { current_version: version } = await this.versions.administered(this.database, actor, courseId);
    const gains = await this.database.rows<GainRow>(GAIN_IDS, [courseId]);
    if (gains.length !== count) throw new AppError('courses.gains_changed', { count: gains.length });
    let granted = 0;
    for (let at = 0; at < gains.length; at += BATCH)
      granted += await this.database.transaction(async (tx) => {
        let moved = 0;
        for (const { id, person_id } of gains.slice(at, at + BATCH)) moved += (await this.grantOne(tx, actor, courseId, id, person_id)) ? 1 : 0;
        return moved;
      });
    return { version, granted };
  }

  /** @returns whether the registration still gained once it was held */
  private async grantOne(tx: Transaction, actor: Actor, courseId: string, id: string, personId: string): Promise<boolean> {
    const held = await this.progress.lock(tx, id, personId);
    if (!(await first(tx, STILL_GAINS, [courseId, id]))) return false;
    await this.move(tx, actor, held, (await first<Target>(tx, TARGET, [id, []]))!);
    return true;
  }

  /** @returns the id of the registration that goes on */
  private async move(tx: Transaction, actor: Actor, held: HeldRegistration, target: Target): Promise<string> {
    const id = uuid();
    await tx.rows(LEAVE, [held.id]);
    await tx.rows(GO_ON, [id, held.id, target.version_id, target.required_total]);
    const lessons = await tx.rows(CARRY_LESSONS, [id, held.id, target.version_id]);
    if (lessons.length) await tx.rows(TOUCH, [id]);
    await audit(tx, actor, { action: 'registration.carry_over', object: { type: 'registration', id }, facts: { from: held.id, courseId: held.course_id, version: target.version, lessons: lessons.length } });
    await this.progress.lessonFinished(tx, actor, { ...held, id, version_id: target.version_id });
    return id;
  }

  private async registered(tx: Transaction, id: string, versionId: string): Promise<Registered> {
    return { ...(await this.progress.now(tx, id)), id, resumeLessonKey: resumeKey(await tx.rows<OutlineRow>(OUTLINE, [versionId, id]))! };
  }
}
