import { Instant } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Below so many answers an anonymous survey shows no results: one might guess who said what. */
export const FEWEST_ANSWERS = 5;
/** A scale goes from 1 to this. */
export const SCALE = 5;

const Text = z.string().trim().min(1).max(200);
const Options = z.array(z.string().trim().min(1).max(100)).min(2).max(10).refine((all) => new Set(all).size === all.length);

/** A question of one's own; `key` names it in the answers. */
export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ key: z.string().regex(/^[a-z0-9]{1,12}$/), kind: z.literal('scale'), text: Text }),
  z.strictObject({ key: z.string().regex(/^[a-z0-9]{1,12}$/), kind: z.literal('single'), text: Text, options: Options }),
  z.strictObject({ key: z.string().regex(/^[a-z0-9]{1,12}$/), kind: z.literal('multiple'), text: Text, options: Options }),
  z.strictObject({ key: z.string().regex(/^[a-z0-9]{1,12}$/), kind: z.literal('text'), text: Text }),
]);
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;
export const SurveyState = z.enum(['draft', 'open', 'closed']);
export type SurveyState = z.infer<typeof SurveyState>;

/** `PUT /classes/:id/survey`: until it is opened. */
export const SaveSurvey = z.strictObject({
  title: z.string().trim().min(1).max(80),
  anonymous: z.boolean(),
  questions: z.array(SurveyQuestion).min(1).max(20).refine((all) => new Set(all.map((one) => one.key)).size === all.length),
});
export type SaveSurvey = z.infer<typeof SaveSurvey>;

/** `GET /classes/:id/survey/form`: as a participant fills it in. */
export const SurveyForm = z.object({ title: z.string(), anonymous: z.boolean(), questions: z.array(SurveyQuestion), answered: z.boolean() });
export type SurveyForm = z.infer<typeof SurveyForm>;
/** `POST /classes/:id/survey/answers`: by the key of the question: a number of the scale, places of options (from 0), or a text. What is left out is not answered. */
export const AnswerSurvey = z.strictObject({ answers: z.record(z.string().max(12), z.union([z.int().min(1).max(SCALE), z.array(z.int().min(0).max(9)).min(1).max(10), z.string().trim().min(1).max(1000)])) });
export type AnswerSurvey = z.infer<typeof AnswerSurvey>;

/** What was answered to one question: `counts` by the place on the scale or of the option; `texts` in no order that tells anything, with `by` when the survey is named. */
export const QuestionResult = z.object({
  question: SurveyQuestion,
  answers: z.int(),
  counts: z.array(z.int()),
  mean: z.number().nullable(),
  texts: z.array(z.object({ text: z.string(), by: z.string().nullable() })),
});
export type QuestionResult = z.infer<typeof QuestionResult>;
/** `GET /classes/:id/survey`: the survey with its results; `results` null = too few answers to an anonymous one; `survey` null = none was made. */
export const SurveyView = z.object({
  survey: z.object({
    title: z.string(), anonymous: z.boolean(), questions: z.array(SurveyQuestion), state: SurveyState, openedAt: Instant.nullable(), remindedAt: Instant.nullable(), closedAt: Instant.nullable(),
    invited: z.int(), answered: z.int(), results: z.array(QuestionResult).nullable(),
  }).nullable(),
});
export type SurveyView = z.infer<typeof SurveyView>;
