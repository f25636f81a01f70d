import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AnswerSurvey, FEWEST_ANSWERS, type SaveSurvey, type SurveyForm, type SurveyQuestion, type SurveyState, type SurveyView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, first, notify } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { ClassesService } from '../classes/classes.service.ts';
import { classMessages } from '../classes/messages.ts';
import { BOOKED } from '../classes/roster.queries.ts';
import { type Answers, misfit, resultsOf } from './results.rules.ts';
import { ANSWER, ANSWERS, CLOSE_SURVEY, OPEN_SURVEY, RECEIPT, REMIND_SURVEY, SAVE_SURVEY, SURVEY, SURVEY_FOR, UNANSWERED } from './surveys.queries.ts';

interface SurveyRow {
  id: string;
  title: string;
  anonymous: boolean;
  questions: SurveyQuestion[];
  state: SurveyState;
  opened_at: Date | null;
  reminded_at: Date | null;
  closed_at: Date | null;
  invited: number;
  answered: number;
}

interface AskedRow extends Pick<SurveyRow, 'id' | 'title' | 'anonymous' | 'questions' | 'state'> {
  answered: boolean;
}

/**
 * What a class asks its people. Nothing depends on an answer: neither attendance nor hours nor a certificate.
 * Of an anonymous answer no row says whose it is: the receipt holds no answer, the answer no person, neither a time, and there is no entry in the audit trail.
 */
@Injectable()
export class SurveysService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
  ) {}

  /** Questions and, with enough answers, results. @throws AppError not_found */
  async view(actor: Actor, classId: string): Promise<SurveyView> {
    await this.classes.find(actor, classId);
    const row = await first<SurveyRow>(this.database, SURVEY, [classId]);
    if (!row) return { survey: null };
    const { id, opened_at, reminded_at, closed_at, ...facts } = row;
    const given = await this.database.rows<{ answers: Answers; by: string | null }>(ANSWERS, [id]);
    const shown = row.state !== 'draft' && (!row.anonymous || given.length >= FEWEST_ANSWERS);
    return {
      survey: { ...facts, openedAt: opened_at?.toISOString() ?? null, remindedAt: reminded_at?.toISOString() ?? null, closedAt: closed_at?.toISOString() ?? null, results: shown ? resultsOf(row.questions, given) : null },
    };
  }

  /** Until it is opened. @throws AppError not_found, plans.survey_fixed */
  async save(actor: Actor, classId: string, body: SaveSurvey): Promise<SurveyView> {
    await this.database.transaction(async (tx) => {
      await this.classes.find(actor, classId, tx);
      if (!(await first(tx, SAVE_SURVEY, [uuid(), classId, body.title, body.anonymous, JSON.stringify(body.questions)]))) throw new AppError('plans.survey_fixed');
      await audit(tx, actor, { action: 'survey.save', object: { type: 'class', id: classId }, after: body });
    });
    return this.view(actor, classId);
  }

  /** The people of the class are asked. @throws AppError not_found, plans.class_state, plans.survey_not_open */
  async open(actor: Actor, classId: string): Promise<SurveyView> {
    await this.database.transaction(async (tx) => {
      const found = await this.classes.hold(tx, actor, classId);
      if (found.state !== 'published' && found.state !== 'closed') throw new AppError('plans.class_state');
      if (!(await first(tx, OPEN_SURVEY, [classId]))) throw new AppError('plans.survey_fixed');
      await audit(tx, actor, { action: 'survey.open', object: { type: 'class', id: classId } });
      const to = (await tx.rows<{ person_id: string }>(BOOKED, [classId])).map((one) => one.person_id);
      const survey = (await first<SurveyRow>(tx, SURVEY, [classId]))!;
      if (to.length) await notify(tx, { template: classMessages.surveyOpen, to, subject: { type: 'class', id: classId }, values: { survey: survey.title, title: found.title }, link: `/classes/${classId}/survey` });
    });
    return this.view(actor, classId);
  }

  /** Reminds whoever has not answered; once. @throws AppError not_found, plans.survey_not_open, plans.survey_reminded */
  async remind(actor: Actor, classId: string): Promise<SurveyView> {
    await this.database.transaction(async (tx) => {
      const found = await this.classes.find(actor, classId, tx);
      if (!(await first(tx, REMIND_SURVEY, [classId]))) throw new AppError((await first<SurveyRow>(tx, SURVEY, [classId]))?.state === 'open' ? 'plans.survey_reminded' : 'plans.survey_not_open');
      const survey = (await first<SurveyRow>(tx, SURVEY, [classId]))!;
      const to = (await tx.rows<{ person_id: string }>(UNANSWERED, [classId])).map((one) => one.person_id);
      if (to.length) await notify(tx, { template: classMessages.surveyReminder, to, subject: { type: 'class', id: classId }, values: { survey: survey.title, title: found.title }, link: `/classes/${classId}/survey` });
      await audit(tx, actor, { action: 'survey.remind', object: { type: 'class', id: classId }, facts: { people: to.length } });
    });
    return this.view(actor, classId);
  }

  /** No more answers. @throws AppError not_found, plans.survey_not_open */
  async close(actor: Actor, classId: string): Promise<SurveyView> {
    await this.database.transaction(async (tx) => {
      await this.classes.find(actor, classId, tx);
      if (!(await first(tx, CLOSE_SURVEY, [classId]))) throw new AppError('plans.survey_not_open');
      await audit(tx, actor, { action: 'survey.close', object: { type: 'class', id: classId } });
    });
    return this.view(actor, classId);
  }

  /** As the actor, who is on the roster, fills it in. @throws AppError not_found, plans.survey_not_open once it is over */
  async form(actor: Actor, classId: string): Promise<SurveyForm> {
    const { title, anonymous, questions, answered } = await this.asked(actor, classId);
    return { title, anonymous, questions, answered };
  }

  /** Once. @throws AppError not_found, plans.survey_not_open, plans.survey_answered, invalid when an answer does not fit its question */
  async answer(actor: Actor, classId: string, { answers }: AnswerSurvey): Promise<void> {
    const survey = await this.asked(actor, classId);
    if (misfit(survey.questions, answers) !== null) throw new AppError('invalid');
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, RECEIPT, [survey.id, actor.personId]))) throw new AppError('plans.survey_answered');
      await tx.rows(ANSWER, [randomUUID(), survey.id, survey.anonymous ? null : actor.personId, JSON.stringify(answers)]);
    });
  }

  private async asked(actor: Actor, classId: string): Promise<AskedRow> {
    const row = await first<AskedRow>(this.database, SURVEY_FOR, [classId, actor.personId]);
    if (!row) throw new AppError('not_found');
    if (row.state !== 'open' && !row.answered) throw new AppError('plans.survey_not_open');
    return row;
  }
}
