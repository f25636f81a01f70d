import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceService } from './evidence.service.ts';
import { FrameworkController } from './framework.controller.ts';
import { FrameworkService } from './framework.service.ts';
import { ProfilesController } from './profiles.controller.ts';
import { ProfilesService } from './profiles.service.ts';
import { ReviewsController } from './reviews.controller.ts';
import { ReviewsService } from './reviews.service.ts';
import { SkillFinder } from './skill-finder.ts';
import { SkillsService } from './skills.service.ts';

@Module({
  imports: [PeopleModule],
  controllers: [FrameworkController, ProfilesController, EvidenceController, ReviewsController],
  providers: [FrameworkService, ProfilesService, EvidenceService, ReviewsService, SkillsService, SkillFinder],
  exports: [SkillsService],
})
export class SkillsModule {}
