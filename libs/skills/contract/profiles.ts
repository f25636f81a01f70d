import { Localized } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Skill, SkillId, SkillLevel } from './framework.ts';

/** What a role asks for. `scarce` = one of the three scarce directions of banks' LLM work; `skills` = how many it names. */
export const RoleProfile = z.object({ id: SkillId, name: Localized, description: Localized, scarce: z.boolean(), skills: z.int() });
export type RoleProfile = z.infer<typeof RoleProfile>;

/** `GET /role-profiles`: the scarce directions first. */
export const RoleProfileList = z.object({ items: z.array(RoleProfile) });
export type RoleProfileList = z.infer<typeof RoleProfileList>;

/** `GET /role-profiles/:id`: each skill with the required level and its weight (1 to 5), heaviest first. */
export const RoleProfileView = RoleProfile.extend({
  requirements: z.array(z.object({ skill: Skill, level: SkillLevel, weight: z.int(), anchor: Localized })),
});
export type RoleProfileView = z.infer<typeof RoleProfileView>;

/** `PUT /skills/target`: the profile one aims at; null = none. */
export const ChooseTarget = z.strictObject({ profileId: SkillId.nullable() });
export type ChooseTarget = z.infer<typeof ChooseTarget>;
