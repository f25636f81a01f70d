import type { TeamAsOf } from '@zhixing/insights/contract';

/** A figure of the report today and on the day it is compared with; null = nobody it could count. */
export interface ReportFigure {
  key: 'compliance' | 'overdue' | 'expiring' | 'skills';
  unit: 'percent' | 'items';
  now: number | null;
  before: number | null;
}

/** In whole percent rounded down, so that 100 means all of it; null of nothing. */
export const wholePercent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((100 * part) / whole));

/** The four figures of the team page, which says what each counts. */
export function reportFigures(now: TeamAsOf, before: TeamAsOf): ReportFigure[] {
  const figure = (key: ReportFigure['key'], unit: ReportFigure['unit'], read: (team: TeamAsOf) => number | null): ReportFigure => ({ key, unit, now: read(now), before: read(before) });
  return [
    figure('compliance', 'percent', ({ compliance }) => wholePercent(compliance.compliant, compliance.people)),
    figure('overdue', 'items', ({ compliance }) => compliance.overdue),
    figure('expiring', 'items', ({ certifications }) => certifications.expiring),
    figure('skills', 'percent', ({ skills }) => wholePercent(skills.held, skills.wanted)),
  ];
}

/** `85%`, `3`, `—`. */
export const figureWords = (unit: ReportFigure['unit'], value: number | null): string => (value === null ? '—' : unit === 'percent' ? `${value}%` : String(value));

/** The text with at most so many characters, so that a row of the paper stays one line. */
export const shortened = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};
