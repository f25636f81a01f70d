import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Reader, type Transaction } from '@zhixing/platform/api';
import type { AssessSkill, EvidenceList, EvidenceQuery, PersonSkills } from '@zhixing/skills/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { PERSON, PERSON_SKILLS, STORE_EVIDENCE, TIMELINE } from './evidence.queries.ts';
import { evidenceOf, type EvidenceRow, type PersonRow, personSkills, type PersonSkillRow } from './evidence.view.ts';
import { ReviewsService } from './reviews.service.ts';
import { SkillsService } from './skills.service.ts';

const TimelineKey = z.tuple([z.iso.date(), z.uuid()]);

/** The skills of a person: levels with their reasons, the way to the target, evidence, what the person claims. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly skills: SkillsService,
    private readonly reviews: ReviewsService,
  ) {}

  /** A person's state at every skill; that somebody else looked at it is audited. @throws AppError not_found unless self, their manager, or L&D in scope */
  async ofPerson(actor: Actor, personId: string): Promise<PersonSkills> {
    return this.database.transaction(async (tx) => {
      const person = await this.find(tx, actor, personId);
      if (personId !== actor.personId) await audit(tx, actor, { action: 'skill.view', object: { type: 'person', id: personId } });
      return personSkills(person, await tx.rows<PersonSkillRow>(PERSON_SKILLS, [personId]));
    });
  }

  /** A page of a person's evidence, newest first. @throws AppError not_found as above */
  async timeline(actor: Actor, personId: string, { limit, cursor }: EvidenceQuery): Promise<EvidenceList> {
    await this.find(this.database, actor, personId);
    const after = decodeCursor(TimelineKey, cursor) ?? [null, null];
    const rows = await this.database.rows<EvidenceRow>(TIMELINE, [personId, ...after, limit + 1]);
    return page(rows, limit, (row) => [row.evidenced_on, row.id], evidenceOf);
  }

  /** Records how the actor assesses themself: shown beside the level, never part of it. A claim above it opens a review. @throws AppError skills.unknown_skill */
  async assess(tx: Transaction, actor: Actor, { skillId, level, note }: AssessSkill): Promise<void> {
    await this.skills.require([skillId], tx);
    const id = uuid();
    await tx.rows(STORE_EVIDENCE, [JSON.stringify([{ id, personId: actor.personId, skillId, level, kind: 'self_assessment', sourceId: id, verified: false, title: note, link: null }])]);
    await audit(tx, actor, { action: 'skill.assess', object: { type: 'skill', id: skillId }, facts: { level } });
    await this.reviews.open(tx, actor, { id, skillId, level, note });
  }

  private async find(reader: Reader, actor: Actor, personId: string): Promise<PersonRow> {
    const person = await first<PersonRow>(reader, PERSON, [actor.personId, personId, administrationScope(actor)]);
    if (!person) throw new AppError('not_found');
    return person;
  }
}
