import { expect, test } from '@jest/globals';
import { hoursOf } from './hours.rules.ts';
import { rulesEarned } from './points.rules.ts';

test('hours are the measured minutes, at most those the course is reckoned to take', () => {
  expect(hoursOf({ source: 'learned', quiz: true, score: 90, minutes: 25, estimate: 40 })).toEqual({ source: 'completion', kind: 'formal', minutes: 25 });
  expect(hoursOf({ source: 'learned', quiz: false, score: null, minutes: 600, estimate: 40 })).toEqual({ source: 'completion', kind: 'other', minutes: 40 });
});

test('imported history says its own hours, formal when it was scored', () => {
  expect(hoursOf({ source: 'import', quiz: false, score: 88, minutes: 480, estimate: 40 })).toEqual({ source: 'import', kind: 'formal', minutes: 480 });
  expect(hoursOf({ source: 'import', quiz: false, score: null, minutes: 60, estimate: 40 })).toEqual({ source: 'import', kind: 'other', minutes: 60 });
});

test('imported history earns no points', () => {
  expect(rulesEarned({ source: 'import', quiz: true, first_try: true })).toEqual([]);
});

test('points come of passing, of passing at once, and of the certificate', () => {
  expect(rulesEarned({ source: 'learned', quiz: true, first_try: true })).toEqual(['course_passed', 'first_try', 'certificate']);
  expect(rulesEarned({ source: 'learned', quiz: true, first_try: false })).toEqual(['course_passed', 'certificate']);
  expect(rulesEarned({ source: 'learned', quiz: false, first_try: false })).toEqual(['course_passed']);
});
