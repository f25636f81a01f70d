import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { Done } from '@zhixing/platform/contract';
import { AssessSkill, EvidenceList, EvidenceQuery, PersonParams, PersonSkills } from '@zhixing/skills/contract';
import { EvidenceService } from './evidence.service.ts';

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('people/:id/skills')
  @Allow('skill:read')
  @Returns(PersonSkills)
  ofPerson(@Actor() actor: Actor, @Param({ schema: PersonParams }) { id }: PersonParams) {
    return this.evidence.ofPerson(actor, personOf(actor, id));
  }

  @Get('people/:id/evidence')
  @Allow('skill:read')
  @Returns(EvidenceList)
  timeline(@Actor() actor: Actor, @Param({ schema: PersonParams }) { id }: PersonParams, @Query({ schema: EvidenceQuery }) query: EvidenceQuery) {
    return this.evidence.timeline(actor, personOf(actor, id), query);
  }

  @Post('evidence')
  @Allow('skill:own')
  @Returns(Done)
  assess(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: AssessSkill }) body: AssessSkill) {
    return this.idempotency.transaction(request, body, async (tx) => {
      await this.evidence.assess(tx, actor, body);
      return { done: true };
    });
  }
}

const personOf = (actor: Actor, id: PersonParams['id']): string => (id === 'me' ? actor.personId : id);
