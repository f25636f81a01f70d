import { AddProfile, type RoleProfileView } from '@zhixing/skills/contract';

/** What is written of a role profile. */
export interface ProfileFields {
  id: string;
  texts: Record<'name.zh' | 'name.en' | 'description.zh' | 'description.en', string>;
  scarce: boolean;
  requirements: AddProfile['requirements'];
}

export const NO_PROFILE: ProfileFields = { id: '', texts: { 'name.zh': '', 'name.en': '', 'description.zh': '', 'description.en': '' }, scarce: false, requirements: [] };

export const fieldsOfProfile = ({ id, name, description, scarce, requirements }: RoleProfileView): ProfileFields => ({
  id, scarce,
  texts: { 'name.zh': name.zh, 'name.en': name.en, 'description.zh': description.zh, 'description.en': description.en },
  requirements: requirements.map(({ skill, level, weight }) => ({ skillId: skill.id, level, weight })),
});

/** What is to be sent, or the paths of the fields that cannot be. */
export function readProfile({ id, texts, scarce, requirements }: ProfileFields): { profile: AddProfile } | { wrong: string[] } {
  const both = (path: 'name' | 'description') => ({ zh: texts[`${path}.zh`], en: texts[`${path}.en`] });
  const checked = AddProfile.safeParse({ id, name: both('name'), description: both('description'), scarce, requirements });
  return checked.success ? { profile: checked.data } : { wrong: [...new Set(checked.error.issues.map((issue) => issue.path.join('.')))] };
}
