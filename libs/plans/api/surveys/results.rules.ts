import { type AnswerSurvey, type QuestionResult, SCALE, type SurveyQuestion } from '@zhixing/plans/contract';

export type Answers = AnswerSurvey['answers'];

/** The key of the first answer that does not fit its question; null when all fit. What is left out fits. */
export function misfit(questions: readonly SurveyQuestion[], answers: Answers): string | null {
  const known = new Map(questions.map((one) => [one.key, one]));
  return Object.entries(answers).find(([key, answer]) => !fits(known.get(key), answer))?.[0] ?? null;
}

function fits(question: SurveyQuestion | undefined, answer: Answers[string]): boolean {
  if (!question) return false;
  if (question.kind === 'scale') return typeof answer === 'number';
  if (question.kind === 'text') return typeof answer === 'string';
  if (!Array.isArray(answer)) return false;
  return new Set(answer).size === answer.length && answer.every((place) => place < question.options.length) && (question.kind === 'multiple' || answer.length === 1);
}

/** What was answered to each question; texts in the order of `given`, which tells nothing of time. */
export function resultsOf(questions: readonly SurveyQuestion[], given: readonly { answers: Answers; by: string | null }[]): QuestionResult[] {
  return questions.map((question) => {
    const answered = given.flatMap(({ answers, by }) => (answers[question.key] === undefined ? [] : [{ answer: answers[question.key]!, by }]));
    const places = answered.flatMap(({ answer }) => (typeof answer === 'number' ? [answer - 1] : Array.isArray(answer) ? answer : []));
    const size = question.kind === 'scale' ? SCALE : question.kind === 'text' ? 0 : question.options.length;
    return {
      question,
      answers: answered.length,
      counts: Array.from({ length: size }, (_, place) => places.filter((one) => one === place).length),
      mean: question.kind === 'scale' && places.length ? Math.round((10 * places.reduce((sum, place) => sum + place + 1, 0)) / places.length) / 10 : null,
      texts: answered.flatMap(({ answer, by }) => (typeof answer === 'string' ? [{ text: answer, by }] : [])),
    };
  });
}
