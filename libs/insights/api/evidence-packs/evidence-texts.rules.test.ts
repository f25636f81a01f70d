import { expect, test } from '@jest/globals';
import { completionOf, dueWords, wordOf } from './evidence-texts.ts';

test('completion counts who had to, rounded down; nobody is no share', () => {
  expect(completionOf({ completed: 63, completed_late: 3, open: 23, overdue: 28, paused: 1, waived: 2, cancelled: 5 })).toBe(55);
  expect(completionOf({ completed: 199, overdue: 1 })).toBe(99);
  expect(completionOf({ waived: 4, cancelled: 1 })).toBeNull();
});

test('a due rule is a sentence, a code that has no words stays as it is', () => {
  expect(dueWords({ kind: 'fixed', on: '2026-12-31' }, 'zh-CN')).toBe('2026-12-31 前完成');
  expect(dueWords({ kind: 'yearly', month: 11, day: 1, opensDaysBefore: 60 }, 'zh-CN')).toBe('每年 11 月 1 日前完成，提前 60 天开始');
  expect(dueWords({ kind: 'after', amount: 30, unit: 'day', from: 'hire' }, 'en')).toBe('Within 30 days of being hired');
  expect(wordOf('extension', 'zh-CN')).toBe('延期');
  expect(wordOf('something_new', 'en')).toBe('something_new');
});
