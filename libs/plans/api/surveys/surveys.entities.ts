import type { SurveyQuestion } from '@zhixing/plans/contract';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TrainingClass } from '../classes/classes.entities.ts';

/** The questions a class puts to its people, once. */
@Entity({ schema: 'plans', name: 'survey' })
@Index('survey_class_once', ['classId'], { unique: true })
@Check('survey_state', "state in ('draft', 'open', 'closed')")
export class Survey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_pkey' }) id: string;
  @Column('uuid') classId: string;
  @Column('text') title: string;
  @Column('bool') anonymous: boolean;
  @Column('jsonb') questions: SurveyQuestion[];
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @ManyToOne(() => TrainingClass)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'survey_class' })
  of: Relation<TrainingClass>;
}

/** That somebody has answered; not what. Append-only. */
@Entity({ schema: 'plans', name: 'survey_receipt' })
@Index('survey_receipt_person', ['personId'])
export class SurveyReceipt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_receipt_pkey' }) surveyId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_receipt_pkey' }) personId: string;
  @ManyToOne(() => Survey)
  @JoinColumn({ name: 'survey_id', foreignKeyConstraintName: 'survey_receipt_survey' })
  survey: Relation<Survey>;
}

/** One filled-in survey. Of an anonymous one `personId` is null and the id pure chance, so that it tells neither who nor when. Append-only. */
@Entity({ schema: 'plans', name: 'survey_answer' })
@Index('survey_answer_order', ['surveyId', 'id'])
@Index('survey_answer_person', ['personId'], { where: 'person_id is not null' })
export class SurveyAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_answer_pkey' }) id: string;
  @Column('uuid') surveyId: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('jsonb') answers: object;
  @ManyToOne(() => Survey)
  @JoinColumn({ name: 'survey_id', foreignKeyConstraintName: 'survey_answer_survey' })
  survey: Relation<Survey>;
}

export const surveyEntities = [Survey, SurveyReceipt, SurveyAnswer];
