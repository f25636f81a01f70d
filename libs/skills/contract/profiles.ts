import { Localized } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Skill, SkillId, SkillLevel } from './framework.ts';

/** What a role asks for. `scarce` = one of the three scarce directions of banks' LLM work; `skills` = how many it names. */
export const RoleProfile = z.object({ id: SkillId, name: Localized, description: Localized, scarce: z.boolean(), skills: z.int() });
export type RoleProfile = z.infer<typeof RoleProfile>;

/** `GET /role-profiles`: the scarce directions first. */
export const RoleProfileList = z.object({ items: z.array(RoleProfile) });
export type RoleProfileList = z.infer<typeof RoleProfileList>;

/** How much a skill counts in a role. */
export const SkillWeight = z.int().min(1).max(5);

/** `GET /role-profiles/:id`: each skill with the required level and its weight, heaviest first; `revision` counts edits, for `If-Match`. */
export const RoleProfileView = RoleProfile.extend({
  requirements: z.array(z.object({ skill: Skill, level: SkillLevel, weight: z.int(), anchor: Localized })),
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});
export type RoleProfileView = z.infer<typeof RoleProfileView>;

const both = (limit: number) => z.strictObject({ zh: z.string().trim().min(1).max(limit), en: z.string().trim().min(1).max(limit) });

/** `PATCH /role-profiles/:id`: what is to be otherwise; `requirements` as a whole. */
export const EditProfile = z
  .strictObject({
    name: both(40),
    description: both(300),
    scarce: z.boolean(),
    requirements: z
      .array(z.strictObject({ skillId: SkillId, level: SkillLevel, weight: SkillWeight }))
      .min(1)
      .max(30)
      .refine((all) => new Set(all.map((one) => one.skillId)).size === all.length, '每项技能只能写一次（each skill once）'),
  })
  .partial();
export type EditProfile = z.infer<typeof EditProfile>;

/** `POST /role-profiles`: its id is for good. */
export const AddProfile = EditProfile.required().extend({ id: SkillId });
export type AddProfile = z.infer<typeof AddProfile>;

/** `PUT /skills/target`: the profile one aims at; null = none. */
export const ChooseTarget = z.strictObject({ profileId: SkillId.nullable() });
export type ChooseTarget = z.infer<typeof ChooseTarget>;
