import type { Localized } from '@zhixing/platform/contract';
import type { PersonCard } from '@zhixing/people/contract';
import type { FrameworkVersion, Skill, SkillAxis, SkillDefinition, SkillDraft, SkillPart, SkillView } from '@zhixing/skills/contract';

export interface SkillSqlRow {
  id: string;
  axis: SkillAxis;
  name: Localized;
  description: Localized;
}

export interface DefinitionRow extends SkillSqlRow {
  half_life_months: number;
  anchors: Localized[];
}

export interface SkillViewRow extends DefinitionRow {
  version: number;
  changed_in: number[];
}

export interface VersionRow {
  number: number;
  note: string;
  published_at: Date;
  published_by: string | null;
  changed: number;
}

export interface DraftRow extends DefinitionRow {
  draft: SkillDraft['draft'];
  added: boolean;
  revision: number;
  updated_at: Date;
  updated_by: string;
}

export const skillOf = ({ id, axis, name, description }: SkillSqlRow): Skill => ({ id, axis, name, description });

export const definitionOf = (row: DefinitionRow): SkillDefinition => ({ ...skillOf(row), halfLifeMonths: row.half_life_months, anchors: row.anchors });

export const skillView = (row: SkillViewRow): SkillView => ({ ...definitionOf(row), version: row.version, changedIn: row.changed_in });

export const frameworkVersion = (row: VersionRow, publishedBy: PersonCard | null): FrameworkVersion => ({ number: row.number, note: row.note, publishedAt: row.published_at.toISOString(), publishedBy, changed: row.changed });

const same = (one: Localized, other: Localized): boolean => one.zh === other.zh && one.en === other.en;

/** A draft beside the current definition, with what it would change. */
export function skillDraft(row: DraftRow, updatedBy: PersonCard | null): SkillDraft {
  const skill = definitionOf(row);
  const levels = row.draft.anchors.flatMap((anchor, i) => (same(anchor, skill.anchors[i]!) ? [] : [i + 1]));
  const changed: Record<SkillPart, boolean> = {
    name: !same(row.draft.name, skill.name),
    description: !same(row.draft.description, skill.description),
    halfLifeMonths: row.draft.halfLifeMonths !== skill.halfLifeMonths,
    anchors: levels.length > 0,
  };
  const differs = (Object.keys(changed) as SkillPart[]).filter((part) => changed[part]);
  return { skill, draft: row.draft, added: row.added, revision: row.revision, differs, levels, updatedAt: row.updated_at.toISOString(), updatedBy };
}
