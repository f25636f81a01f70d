import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { learningState, lessonState, meanScore, percentOf, remainingSeconds, resumeKey } from './progress.rules.ts';

test('first test: floor-percent property test: percent is floored, and 100 only when every required lesson is done', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (total, part) => {
      const done = Math.min(part, total);
      const percent = percentOf(done, total);
      expect(percent).toBe(Math.floor((100 * done) / total));
      expect(percent === 100).toBe(done === total);
    }),
  );
});

test('a registration is registered until its first lesson opens, learning until it is passed', () => {
  expect(learningState(null)).toBe('none');
  expect(learningState({ status: 'open', started_at: null })).toBe('registered');
  expect(learningState({ status: 'open', started_at: new Date(0) })).toBe('learning');
  expect(learningState({ status: 'passed', started_at: new Date(0) })).toBe('finished');
});

test('a lesson is not started, in progress, completed', () => {
  expect(lessonState({ opened_at: null, completed_at: null })).toBe('not_started');
  expect(lessonState({ opened_at: new Date(0), completed_at: null })).toBe('in_progress');
  expect(lessonState({ opened_at: new Date(0), completed_at: new Date(1) })).toBe('completed');
});

test('going on means the first required lesson left, then optional ones, then the start', () => {
  const lesson = (key: string, required: boolean, done: boolean) => ({ key, required, completed_at: done ? new Date(0) : null });
  expect(resumeKey([lesson('a', true, true), lesson('b', false, false), lesson('c', true, false)])).toBe('c');
  expect(resumeKey([lesson('a', true, true), lesson('b', false, false)])).toBe('b');
  expect(resumeKey([lesson('a', true, true), lesson('b', true, true)])).toBe('a');
  expect(resumeKey([])).toBeNull();
});

test('the score of a course is the mean of its quizzes, floored', () => {
  expect(meanScore([80, 95])).toBe(87);
  expect(meanScore([])).toBeNull();
});

test('reading left is what the minimum still lacks, nothing once done', () => {
  expect(remainingSeconds({ minimum_seconds: 30, read_seconds: 12, completed_at: null })).toBe(18);
  expect(remainingSeconds({ minimum_seconds: 30, read_seconds: 40, completed_at: null })).toBe(0);
  expect(remainingSeconds({ minimum_seconds: 30, read_seconds: 0, completed_at: new Date(0) })).toBe(0);
});
