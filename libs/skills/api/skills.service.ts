import { Injectable } from '@nestjs/common';
import { AppError, Database, first, type Reader, type Transaction } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import type { EvidenceKind, RoleProfile, SkillDefinition } from '@zhixing/skills/contract';
import { v7 as uuid } from 'uuid';
import { LEVELS_OF, STORE_EVIDENCE, WITHDRAW_EVIDENCE } from './evidence.queries.ts';
import { DEFINITIONS, UNKNOWN } from './framework.queries.ts';
import { PROFILES, TARGET_OF } from './profiles.queries.ts';
import { definitionOf, type DefinitionRow } from './framework.view.ts';

/** Verified evidence as a room gives it. Source and skill together make it one piece: the same again changes nothing. */
export interface EvidenceOffer {
  personId: string;
  skillId: string;
  level: number;
  /** What it comes from, and which one: `{ kind: 'course', id: registrationId }`. */
  source: { kind: Exclude<EvidenceKind, 'self_assessment'>; id: string };
  /** What one can look at, and its page. */
  artefact: { title: string; link: string | null };
  /** The day it is of, in Asia/Shanghai; today when absent. */
  on?: string;
  /** The last day it counts; by the half-life of the skill when absent. */
  until?: string;
}

/** The level a person has today: the strongest verified evidence that has not expired. */
export interface CurrentLevel {
  skillId: string;
  level: number;
  /** First day of the unbroken time at this level, and the day it ends unless renewed. */
  since: string;
  expiresOn: string;
}

/** Stores verified evidence in one statement, whatever the number; for the demo bank, which has no services. @returns how many pieces were new */
export async function offerEvidence(tx: Transaction, offers: readonly EvidenceOffer[]): Promise<number> {
  if (!offers.length) return 0;
  const rows = offers.map(({ source, artefact, ...offer }) => ({ id: uuid(), ...offer, kind: source.kind, sourceId: source.id, ...artefact, verified: true }));
  return (await tx.rows(STORE_EVIDENCE, [JSON.stringify(rows)])).length;
}

/** What other rooms ask of skills. */
@Injectable()
export class SkillsService {
  constructor(private readonly database: Database) {}

  /** Stores verified evidence inside the caller's transaction, which audits the act it comes from. @returns how many pieces were new */
  offerEvidence(tx: Transaction, ...offers: EvidenceOffer[]): Promise<number> {
    return offerEvidence(tx, offers);
  }

  /** What a source is evidence of counts no more, inside the caller's transaction, which audits why; it stays where it is shown. The same again changes nothing. */
  async withdrawEvidence(tx: Transaction, { kind, id }: EvidenceOffer['source']): Promise<void> {
    await tx.rows(WITHDRAW_EVIDENCE, [kind, id]);
  }

  /** Today's levels of each person; persons without any are left out. */
  async levelsOf(personIds: readonly string[], reader: Reader = this.database): Promise<Map<string, CurrentLevel[]>> {
    const rows = await reader.rows<{ person_id: string; skill_id: string; level: number; since: string; expires_on: string }>(LEVELS_OF, [personIds]);
    const levels = new Map<string, CurrentLevel[]>();
    for (const { person_id, skill_id, level, since, expires_on } of rows) levels.set(person_id, [...(levels.get(person_id) ?? []), { skillId: skill_id, level, since, expiresOn: expires_on }]);
    return levels;
  }

  /** What the current framework says about these skills, by id; unknown ones are left out. */
  async definitions(skillIds: readonly string[], reader: Reader = this.database): Promise<Map<string, SkillDefinition>> {
    if (!skillIds.length) return new Map();
    return new Map((await reader.rows<DefinitionRow>(DEFINITIONS, [skillIds])).map((row) => [row.id, definitionOf(row)]));
  }

  /** What the role profiles are called, by id. */
  async profileNames(reader: Reader = this.database): Promise<Map<string, Localized>> {
    return new Map((await reader.rows<RoleProfile>(PROFILES)).map(({ id, name }) => [id, name]));
  }

  /** The role profile a person aims at, if any. */
  async targetOf(personId: string, reader: Reader = this.database): Promise<string | null> {
    return (await first<{ profile_id: string }>(reader, TARGET_OF, [personId]))?.profile_id ?? null;
  }

  /** @throws AppError skills.unknown_skill, naming the first that the framework does not have */
  async require(skillIds: readonly string[], reader: Reader = this.database): Promise<void> {
    const unknown = skillIds.length ? await first<{ id: string }>(reader, UNKNOWN, [skillIds]) : undefined;
    if (unknown) throw new AppError('skills.unknown_skill', { skill: unknown.id });
  }
}
