/** Reading speed the estimate assumes: hanzi and words a minute; code counts by half. */
const HANZI_A_MINUTE = 350;
const WORDS_A_MINUTE = 200;
const CODE_WEIGHT = 0.5;

/** Share of the estimate that must be measured before "mark done", and its bounds in seconds. */
const MINIMUM_SHARE = 0.25;
const SHORTEST = 5;
const LONGEST = 90;

/** Minutes a reader needs for a Markdown text, unrounded. */
export function readingMinutes(markdown: string): number {
  const code = [...markdown.matchAll(/^(```|~~~)[^\n]*\n([\s\S]*?)^\1/gm)].map((fence) => fence[2]!).join('\n');
  const prose = markdown.replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1.*$/gm, '');
  return minutesOf(prose) + CODE_WEIGHT * minutesOf(code);
}

function minutesOf(text: string): number {
  const hanzi = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*/g)?.length ?? 0;
  return hanzi / HANZI_A_MINUTE + words / WORDS_A_MINUTE;
}

/** Whole minutes shown for an article: at least one. */
export const shownMinutes = (minutes: number): number => Math.max(1, Math.round(minutes));

/** Seconds of measured reading an article asks for: a quarter of the estimate, at least 5 s, at most 90 s. */
export const minimumSeconds = (minutes: number): number => Math.min(LONGEST, Math.max(SHORTEST, Math.round(minutes * 60 * MINIMUM_SHARE)));

/** Whole minutes shown for a quiz: three quarters of a minute a question. */
export const quizMinutes = (questions: number): number => Math.max(1, Math.ceil(questions * 0.75));
