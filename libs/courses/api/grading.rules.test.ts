import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byTopic, isAnswerable, isCorrect, scoreOf } from './grading.rules.ts';

const choices = (...right: boolean[]) => right.map((correct, i) => ({ key: 'abcdefghij'[i]!, text: `选项 ${i}`, correct }));

test('only exactly the right choices are right', () => {
  const several = choices(true, false, true, false);
  expect(isCorrect(several, ['c', 'a'])).toBe(true);
  expect(isCorrect(several, ['a'])).toBe(false);
  expect(isCorrect(several, ['a', 'b', 'c'])).toBe(false);
  expect(isCorrect(several, [])).toBe(false);
});

test('an answer is right if and only if it is the set of right choices', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 10 }).filter((right) => right.includes(true)), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (right, picks) => {
      const asked = choices(...right);
      const picked = asked.filter((_, i) => picks[i]).map((choice) => choice.key);
      expect(isCorrect(asked, picked)).toBe(asked.every((choice) => choice.correct === picked.includes(choice.key)));
    }),
  );
});

test('an answer with an unknown, a doubled or a second single choice is not accepted', () => {
  const one = choices(true, false);
  expect(isAnswerable('single', one, ['a'])).toBe(true);
  expect(isAnswerable('single', one, [])).toBe(true);
  expect(isAnswerable('single', one, ['a', 'b'])).toBe(false);
  expect(isAnswerable('true_false', one, ['a', 'b'])).toBe(false);
  expect(isAnswerable('multiple', one, ['a', 'b'])).toBe(true);
  expect(isAnswerable('multiple', one, ['a', 'a'])).toBe(false);
  expect(isAnswerable('single', one, ['z'])).toBe(false);
});

test('the score is the floored percent of right answers', () => {
  expect(scoreOf(2, 3)).toBe(66);
  expect(scoreOf(3, 3)).toBe(100);
  expect(scoreOf(0, 0)).toBe(0);
});

test('topics keep the order of the paper', () => {
  expect(byTopic([{ topic: '脱敏', correct: true }, { topic: '注入', correct: false }, { topic: '脱敏', correct: false }])).toEqual([
    { topic: '脱敏', correct: 1, total: 2 },
    { topic: '注入', correct: 0, total: 1 },
  ]);
});
