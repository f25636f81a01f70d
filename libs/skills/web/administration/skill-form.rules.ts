import { type SkillDefinition, type SkillDraft, SkillWording } from '@zhixing/skills/contract';

/** The fields of the form, each text by the path of its place: `name.zh`, `anchors.2.en`. */
export type SkillFields = Record<string, string>;

const LANGUAGES = ['zh', 'en'] as const;
const TEXTS = ['name', 'description', ...[0, 1, 2, 3, 4].map((i) => `anchors.${i}`)];

/** Fields filled from a draft, or from the current definition when there is none. */
export function fieldsOf(skill: SkillDefinition | SkillDraft['draft']): SkillFields {
  const texts = { name: skill.name, description: skill.description, ...Object.fromEntries(skill.anchors.map((anchor, i) => [`anchors.${i}`, anchor])) } as Record<string, { zh: string; en: string }>;
  const filled = TEXTS.flatMap((path) => LANGUAGES.map((language) => [`${path}.${language}`, texts[path]![language]]));
  return { ...Object.fromEntries(filled), halfLifeMonths: String(skill.halfLifeMonths) };
}

/** Empty fields of a skill that is to be written; evidence of it lasts two years unless somebody says otherwise. */
export const NO_FIELDS: SkillFields = { ...Object.fromEntries(TEXTS.flatMap((path) => LANGUAGES.map((language) => [`${path}.${language}`, '']))), halfLifeMonths: '24' };

/** What is to be sent, or the paths of the fields that cannot be. */
export function readFields(fields: SkillFields): { skill: SkillWording } | { wrong: string[] } {
  const both = (path: string) => ({ zh: fields[`${path}.zh`], en: fields[`${path}.en`] });
  const checked = SkillWording.safeParse({ name: both('name'), description: both('description'), halfLifeMonths: Number(fields.halfLifeMonths), anchors: [0, 1, 2, 3, 4].map((i) => both(`anchors.${i}`)) });
  return checked.success ? { skill: checked.data } : { wrong: [...new Set(checked.error.issues.map((issue) => issue.path.join('.')))] };
}
