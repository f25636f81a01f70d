import { Controller, Get, Query } from '@nestjs/common';
import { EvidenceAssignments, EvidenceAssignmentsQuery, EvidencePackQuery, EvidencePacks, EvidencePacksQuery, EvidencePreview } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { EvidencePacksService } from './evidence-packs.service.ts';

@Controller('insights/evidence-packs')
export class EvidencePacksController {
  constructor(private readonly packs: EvidencePacksService) {}

  @Get()
  @Allow('evidence:read')
  @Returns(EvidencePacks)
  made(@Query({ schema: EvidencePacksQuery }) query: EvidencePacksQuery) {
    return this.packs.made(query);
  }

  @Get('assignments')
  @Allow('evidence:read')
  @Returns(EvidenceAssignments)
  assignments(@Query({ schema: EvidenceAssignmentsQuery }) query: EvidenceAssignmentsQuery) {
    return this.packs.assignments(query);
  }

  @Get('preview')
  @Allow('evidence:make')
  @Returns(EvidencePreview)
  preview(@Actor() actor: Actor, @Query({ schema: EvidencePackQuery }) query: EvidencePackQuery) {
    return this.packs.preview(actor, query);
  }
}
