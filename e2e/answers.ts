import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Quiz {
  questions: { stem: string; choices: { text: string; correct?: boolean }[] }[];
}

const demo = fileURLToPath(new URL('../libs/courses/api/demo/', import.meta.url));

/** Text as the page shows it: inline Markdown without its marks. */
const shown = (markdown: string): string => markdown.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();

/** Texts of the right choices of every demo question, by the stem as shown. */
export const RIGHT_CHOICES = new Map<string, string[]>(
  readdirSync(demo)
    .flatMap((course) => readdirSync(demo + course).filter((file) => /quiz.*\.yaml$/.test(file)).map((file) => parse(readFileSync(`${demo}${course}/${file}`, 'utf8')) as Quiz))
    .flatMap((quiz) => quiz.questions.map((question): [string, string[]] => [shown(question.stem), question.choices.filter((choice) => choice.correct).map((choice) => shown(choice.text))])),
);

/** A question as a paper of the API holds it. */
export interface Question {
  id: string;
  stem: string;
  choices: { key: string; text: string }[];
}

/** Keys of the right choices of a question of the demo courses. */
export const rightKeys = ({ stem, choices }: Question): string[] => {
  const right = RIGHT_CHOICES.get(shown(stem)) ?? [];
  return choices.filter((choice) => right.includes(shown(choice.text))).map((choice) => choice.key);
};
