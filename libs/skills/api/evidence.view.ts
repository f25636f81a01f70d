import { type CardRow, personCard } from '@zhixing/people/api';
import type { Localized } from '@zhixing/platform/contract';
import type { Evidence, EvidenceKind, PersonSkill, PersonSkills, RoleProfile } from '@zhixing/skills/contract';
import { skillOf, type SkillSqlRow } from './framework.view.ts';

export interface EvidenceRow {
  id: string;
  skill_id: string;
  level: number;
  source_kind: EvidenceKind;
  title: string;
  link: string | null;
  evidenced_on: string;
  expires_on: string;
  verified: boolean;
  expired: boolean;
  withdrawn_on: string | null;
}

export interface PersonRow extends CardRow {
  profile_id: string | null;
  profile_name: Localized;
  profile_description: Localized;
  scarce: boolean;
  profile_skills: number;
}

export interface PersonSkillRow extends SkillSqlRow {
  level: number;
  since: string | null;
  expires_on: string | null;
  claimed: number | null;
  claimed_on: string | null;
  pending: boolean;
  target: number | null;
  weight: number | null;
  gap: number;
  why: EvidenceRow[];
}

export const evidenceOf = (row: EvidenceRow): Evidence => ({
  id: row.id, skillId: row.skill_id, level: row.level, kind: row.source_kind, title: row.title, link: row.link,
  on: row.evidenced_on, expiresOn: row.expires_on, verified: row.verified, expired: row.expired, withdrawnOn: row.withdrawn_on,
});

const personSkill = (row: PersonSkillRow): PersonSkill => ({
  skill: skillOf(row),
  level: row.level,
  since: row.since,
  expiresOn: row.expires_on,
  why: row.why.map(evidenceOf),
  claimed: row.claimed === null ? null : { level: row.claimed, on: row.claimed_on!, pending: row.pending },
  target: row.target === null ? null : { level: row.target, weight: row.weight! },
  gap: row.gap,
});

const profileOf = (row: PersonRow): RoleProfile | null =>
  row.profile_id === null ? null : { id: row.profile_id, name: row.profile_name, description: row.profile_description, scarce: row.scarce, skills: row.profile_skills };

export const personSkills = (person: PersonRow, rows: PersonSkillRow[]): PersonSkills => ({
  person: personCard(person),
  target: profileOf(person),
  gap: rows.reduce((sum, row) => sum + row.gap, 0),
  skills: rows.map(personSkill),
});
