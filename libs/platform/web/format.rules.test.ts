import i18next from 'i18next';
import { formatDay, formatInstant, formatMinutes, formatMonthDay, formatRelativeDay, formatShortNumber, formatWeekday } from './format.ts';
import { changeLanguage } from './i18n.ts';

describe('in Chinese', () => {
  beforeAll(() => changeLanguage('zh-CN'));

  test('a moment is written in Beijing time', () => {
    expect(formatInstant('2026-03-05T06:05:00.000Z')).toBe('2026年3月5日 14:05');
    expect(formatInstant('2026-03-05T16:00:00.000Z')).toBe('2026年3月6日 00:00');
    expect(formatDay('2026-03-05')).toBe('2026年3月5日');
    expect(formatMonthDay('2026-03-05')).toBe('3月5日');
    expect(formatWeekday('2026-03-05')).toBe('周四');
  });

  test('days are counted by the calendar of Beijing, not by 24 hours', () => {
    const now = Date.parse('2026-03-05T16:30:00.000Z'); // 00:30 on the 6th
    expect(formatRelativeDay('2026-03-05T15:59:00.000Z', now)).toBe('昨天');
    expect(formatRelativeDay('2026-03-05T16:01:00.000Z', now)).toBe('今天');
    expect(formatRelativeDay('2026-03-03T01:00:00.000Z', now)).toBe('3 天前');
    expect(formatRelativeDay('2026-01-05T01:00:00.000Z', now)).toBe('2026年1月5日');
  });

  test('minutes become hours, and whole hours stay alone', () => {
    expect([0, 45, 60, 125].map(formatMinutes)).toEqual(['0 分钟', '45 分钟', '1 小时', '2 小时 5 分钟']);
  });

  test('numbers are exact below ten thousand and short above', () => {
    expect([9_999, 12_345, 123_456_789].map(formatShortNumber)).toEqual(['9,999', '1.2 万', '1.2 亿']);
  });
});

describe('in English', () => {
  beforeAll(() => changeLanguage('en'));
  afterAll(() => changeLanguage('zh-CN'));

  test('dates and spans follow British usage', () => {
    expect(formatInstant('2026-03-05T06:05:00.000Z')).toBe('5 Mar 2026, 14:05');
    expect(formatMinutes(125)).toBe('2 h 5 min');
    expect(formatShortNumber(12_345)).toMatch(/^12\.3k$/i); // the letter's case is the engine's
    expect(formatRelativeDay('2026-03-04T06:05:00.000Z', Date.parse('2026-03-05T06:05:00.000Z'))).toBe('yesterday');
  });
});

test('both languages hold the same texts', () => {
  const keysOf = (texts: object, path = ''): string[] => Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`.replace(/_(one|other)$/, '')]);
  const keys = (language: string) => [...new Set(keysOf(i18next.getResourceBundle(language, 'platform') as object))].sort();
  expect(keys('en')).toEqual(keys('zh-CN'));
});
