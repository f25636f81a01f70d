import type { Localized } from '@zhixing/platform/contract';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A skill of the framework; what it is called and means stands in its definitions, one for each version. */
@Entity({ schema: 'skills', name: 'skill' })
@Check('skill_axis', `"axis" in ('finance', 'technology', 'delivery')`)
export class SkillRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'skill_pkey' }) id: string;
  @Column('text') axis: string;
  @Column('int') place: number;
}

/** A published state of the framework; the highest number is the current one. Version 1 is shipped and has nobody as its publisher. */
@Entity({ schema: 'skills', name: 'framework_version' })
export class FrameworkVersionRow {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'framework_version_pkey' }) number: number;
  @Column('text') note: string;
  @Column('timestamptz') publishedAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
}

/** What one version says about one skill, immutable; every version holds all skills. `anchors` of levels 1 to 5. */
@Entity({ schema: 'skills', name: 'skill_definition' })
@Check('skill_definition_anchors', 'jsonb_array_length("anchors") = 5 and "half_life_months" > 0')
export class SkillDefinitionRow {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'skill_definition_pkey' }) version: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'skill_definition_pkey' }) skillId: string;
  @Column('jsonb') name: Localized;
  @Column('jsonb') description: Localized;
  @Column('int') halfLifeMonths: number;
  @Column('jsonb') anchors: Localized[];
  @ManyToOne(() => FrameworkVersionRow)
  @JoinColumn({ name: 'version', foreignKeyConstraintName: 'skill_definition_version' })
  framework: Relation<FrameworkVersionRow>;
  @ManyToOne(() => SkillRow)
  @JoinColumn({ name: 'skill_id', foreignKeyConstraintName: 'skill_definition_skill' })
  skill: Relation<SkillRow>;
}

/** How the next version shall define a skill; skills without one stay as they are. */
@Entity({ schema: 'skills', name: 'skill_draft' })
@Check('skill_draft_anchors', 'jsonb_array_length("anchors") = 5 and "half_life_months" > 0')
export class SkillDraftRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'skill_draft_pkey' }) skillId: string;
  @Column('jsonb') name: Localized;
  @Column('jsonb') description: Localized;
  @Column('int') halfLifeMonths: number;
  @Column('jsonb') anchors: Localized[];
  /** Counts edits, for `If-Match`. */
  @Column('int') revision: number;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid') updatedBy: string;
  @ManyToOne(() => SkillRow)
  @JoinColumn({ name: 'skill_id', foreignKeyConstraintName: 'skill_draft_skill' })
  skill: Relation<SkillRow>;
}

@Entity({ schema: 'skills', name: 'role_profile' })
export class RoleProfileRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'role_profile_pkey' }) id: string;
  @Column('jsonb') name: Localized;
  @Column('jsonb') description: Localized;
  @Column('bool') scarce: boolean;
  @Column('int') place: number;
  /** Counts edits, for `If-Match`. */
  @Column('int', { default: 1 }) revision: number;
}

@Entity({ schema: 'skills', name: 'profile_skill' })
@Check('profile_skill_bounds', '"level" between 1 and 5 and "weight" between 1 and 5')
export class ProfileSkill {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'profile_skill_pkey' }) profileId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'profile_skill_pkey' }) skillId: string;
  @Column('int') level: number;
  @Column('int') weight: number;
  @ManyToOne(() => RoleProfileRow)
  @JoinColumn({ name: 'profile_id', foreignKeyConstraintName: 'profile_skill_profile' })
  profile: Relation<RoleProfileRow>;
  @ManyToOne(() => SkillRow)
  @JoinColumn({ name: 'skill_id', foreignKeyConstraintName: 'profile_skill_skill' })
  skill: Relation<SkillRow>;
}

/** The profile a person aims at. */
@Entity({ schema: 'skills', name: 'target' })
export class Target {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'target_pkey' }) personId: string;
  @Column('text') profileId: string;
  @Column('timestamptz') chosenAt: Date;
  @ManyToOne(() => RoleProfileRow)
  @JoinColumn({ name: 'profile_id', foreignKeyConstraintName: 'target_profile' })
  profile: Relation<RoleProfileRow>;
}

/** A piece of evidence, append-only. It counts from `evidencedOn` until the day before `expiresOn`; `frameworkVersion` = the one whose anchors it was judged by. */
@Entity({ schema: 'skills', name: 'evidence' })
@Index('evidence_source', ['sourceId', 'skillId', 'sourceKind'], { unique: true })
@Index('evidence_claimed', ['personId', 'skillId', 'id'], { where: `source_kind = 'self_assessment'` })
@Index('evidence_newest', ['personId', 'evidencedOn', 'id'])
@Check('evidence_level', '"level" between 1 and 5')
@Check('evidence_claim', `"source_kind" <> 'self_assessment' or not "verified"`)
export class EvidenceRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') skillId: string;
  @Column('int') level: number;
  @Column('text') sourceKind: string;
  @Column('text') sourceId: string;
  @Column('bool') verified: boolean;
  @Column('text') title: string;
  @Column('text', { nullable: true }) link: string | null;
  @Column('date') evidencedOn: string;
  @Column('date') expiresOn: string;
  @Column('int') frameworkVersion: number;
  @Column('timestamptz') recordedAt: Date;
  @ManyToOne(() => SkillRow)
  @JoinColumn({ name: 'skill_id', foreignKeyConstraintName: 'evidence_skill' })
  skill: Relation<SkillRow>;
  @ManyToOne(() => FrameworkVersionRow)
  @JoinColumn({ name: 'framework_version', foreignKeyConstraintName: 'evidence_version' })
  framework: Relation<FrameworkVersionRow>;
}

/** Evidence that counts no more, because what it came from was taken away; append-only. */
@Entity({ schema: 'skills', name: 'evidence_withdrawal' })
export class EvidenceWithdrawal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_withdrawal_pkey' }) evidenceId: string;
  @Column('timestamptz') at: Date;
  @ManyToOne(() => EvidenceRecord)
  @JoinColumn({ name: 'evidence_id', foreignKeyConstraintName: 'evidence_withdrawal_evidence' })
  evidence: Relation<EvidenceRecord>;
}

/** A claim above one's level that reviewers decide on; `level` = the one claimed. One is open per person and skill. */
@Entity({ schema: 'skills', name: 'review' })
@Index('review_open', ['personId', 'skillId'], { unique: true, where: `state = 'open'` })
@Index('review_queue', ['openedAt', 'id'], { where: `state = 'open'` })
@Check('review_level', '"level" between 1 and 5')
@Check('review_state', `"state" in ('open', 'granted', 'returned', 'withdrawn')`)
@Check('review_closed', `("state" = 'open') = ("closed_at" is null) and ("state" = 'granted') = ("granted_level" is not null)`)
export class ReviewRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') skillId: string;
  @Column('int') level: number;
  @Column('text') note: string;
  @Column('text') state: string;
  @Column('int', { nullable: true }) grantedLevel: number | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @ManyToOne(() => SkillRow)
  @JoinColumn({ name: 'skill_id', foreignKeyConstraintName: 'review_skill' })
  skill: Relation<SkillRow>;
}

/** What one reviewer says, once and for good: a level, or null = returned. */
@Entity({ schema: 'skills', name: 'review_vote' })
@Check('review_vote_level', '"level" between 1 and 5')
export class ReviewVote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_vote_pkey' }) reviewId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_vote_pkey' }) reviewerId: string;
  @Column('int', { nullable: true }) level: number | null;
  @Column('text') reason: string;
  @Column('timestamptz') at: Date;
  @ManyToOne(() => ReviewRecord)
  @JoinColumn({ name: 'review_id', foreignKeyConstraintName: 'review_vote_review' })
  review: Relation<ReviewRecord>;
}

export const skillsEntities = [SkillRow, FrameworkVersionRow, SkillDefinitionRow, SkillDraftRow, RoleProfileRow, ProfileSkill, Target, EvidenceRecord, EvidenceWithdrawal, ReviewRecord, ReviewVote];
