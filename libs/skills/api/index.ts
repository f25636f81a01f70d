import type { Room } from '@zhixing/platform/api';
import { skillsErrors, skillsPages, skillsPermissions } from '@zhixing/skills/contract';
import { skillActs } from './acts.ts';
import { seedSkills } from './demo.ts';
import { skillsMessages } from './messages.ts';
import { skillsPersonalData, skillsRetention } from './personal-data.ts';
import { skillSource } from './skill-finder.ts';
import { skillsEntities } from './skills.entities.ts';
import { SkillsModule } from './skills.module.ts';

export { SkillsModule } from './skills.module.ts';
export { type CurrentLevel, type EvidenceOffer, offerEvidence, SkillsService } from './skills.service.ts';

export const skillsRoom: Room = {
  name: 'skills',
  module: SkillsModule,
  entities: skillsEntities,
  permissions: skillsPermissions,
  pages: skillsPages,
  errors: skillsErrors,
  acts: skillActs,
  search: [skillSource],
  personalData: skillsPersonalData,
  retention: skillsRetention,
  messages: Object.values(skillsMessages),
  demo: seedSkills,
};
