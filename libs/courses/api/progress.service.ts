import { Injectable } from '@nestjs/common';
import { type CourseSkill, coursesEvents, type Progress } from '@zhixing/courses/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, emit, first, notify, type Transaction } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { courseEvidence } from './course-skills.ts';
import { coursesMessages } from './messages.ts';
import { meanScore } from './progress.rules.ts';
import { COMPLETE, COMPLETION_FACTS, LOCK_REGISTRATION, PROGRESS, RECOUNT } from './registrations.queries.ts';
import { progress, type ProgressRow } from './registrations.view.ts';

/** A registration held for the rest of a transaction. */
export interface HeldRegistration {
  id: string;
  person_id: string;
  course_id: string;
  version_id: string;
  status: string;
}

/** What lessons and attempts do to a registration, inside the caller's transaction. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  /** Takes a registration of a person first of all locks. @throws AppError not_found */
  async lock(tx: Transaction, registrationId: string, personId: string): Promise<HeldRegistration> {
    const held = await first<HeldRegistration>(tx, LOCK_REGISTRATION, [registrationId, personId]);
    if (!held) throw new AppError('not_found');
    return held;
  }

  /** The actor's own registration, to learn in. @throws AppError not_found, courses.registration_closed when it was given up or carried over */
  async hold(tx: Transaction, actor: Actor, registrationId: string): Promise<HeldRegistration> {
    const held = await this.lock(tx, registrationId, actor.personId);
    if (held.status !== 'open' && held.status !== 'passed') throw new AppError('courses.registration_closed');
    return held;
  }

  async now(tx: Transaction, registrationId: string): Promise<Progress> {
    return progress((await first<ProgressRow>(tx, PROGRESS, [registrationId]))!);
  }

  /** After a lesson was finished: counts anew, and with the last required one writes the completion record and gives evidence of what the course teaches today. */
  async lessonFinished(tx: Transaction, actor: Actor, held: HeldRegistration): Promise<Progress> {
    const row = (await first<ProgressRow>(tx, RECOUNT, [held.id]))!;
    if (held.status === 'open' && row.status === 'passed') await this.complete(tx, actor, held);
    return progress(row);
  }

  private async complete(tx: Transaction, actor: Actor, held: HeldRegistration): Promise<void> {
    const facts = (await first<{ scores: number[] | null; minutes: number; rule: unknown; title: string; skills: CourseSkill[] }>(tx, COMPLETION_FACTS, [held.id]))!;
    const card = await this.people.card(held.person_id, tx);
    const id = uuid();
    const score = meanScore(facts.scores ?? []);
    await tx.rows(COMPLETE, [id, held.id, score, facts.minutes, facts.rule, card.department.id, card.department.name, card.position]);
    await audit(tx, actor, { action: 'registration.complete', object: { type: 'registration', id: held.id }, facts: { completionId: id, score } });
    await this.skills.offerEvidence(tx, ...courseEvidence({ ...held, title: facts.title, skills: facts.skills }));
    await emit(tx, coursesEvents['courses.completed'], { personId: held.person_id, courseId: held.course_id, registrationId: held.id });
    await notify(tx, { template: coursesMessages.completed, to: [held.person_id], subject: { type: 'registration', id: held.id }, values: { course: facts.title }, link: `/registrations/${held.id}/finish` });
  }
}
