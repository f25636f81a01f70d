import { expect, test } from '@jest/globals';
import { hoursOf } from './hours.rules.ts';
import { rulesEarned } from './points.rules.ts';

test('hours are the measured minutes, at most those the course is reckoned to take', () => {
  expect(hoursOf({ quiz: true, minutes: 25, estimate: 40 })).toEqual({ kind: 'formal', minutes: 25 });
  expect(hoursOf({ quiz: false, minutes: 600, estimate: 40 })).toEqual({ kind: 'other', minutes: 40 });
});

test('imported history earns no points', () => {
  expect(rulesEarned({ source: 'import', quiz: true, first_try: true })).toEqual([]);
});

test('points come of passing, of passing at once, and of the certificate', () => {
  expect(rulesEarned({ source: 'learned', quiz: true, first_try: true })).toEqual(['course_passed', 'first_try', 'certificate']);
  expect(rulesEarned({ source: 'learned', quiz: true, first_try: false })).toEqual(['course_passed', 'certificate']);
  expect(rulesEarned({ source: 'learned', quiz: false, first_try: false })).toEqual(['course_passed']);
});
