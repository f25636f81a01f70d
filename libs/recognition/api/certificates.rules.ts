import { randomInt } from 'node:crypto';
import type { Completion } from '@zhixing/courses/api';

/** Without 0, O, 1 and I, which are mistaken for each other on paper. */
export const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The random tail of a number: places are given one after the other, so without it the next number would be known. */
export const numberTail = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** The name as a visitor sees it: first and last character, of two characters the first only. */
export function masked(name: string): string {
  const characters = [...name];
  const last = characters.length > 2 ? characters.at(-1) : '';
  return `${characters[0] ?? ''}${'*'.repeat(Math.max(1, characters.length - (last ? 2 : 1)))}${last}`;
}

/** A course grants a certificate when it examines: when at least one required quiz was passed. Reading alone earns the completion record. */
export const grantsCertificate = ({ quiz }: Pick<Completion, 'quiz'>): boolean => quiz;
