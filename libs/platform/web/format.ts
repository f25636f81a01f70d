import type { Language } from '@zhixing/platform/contract';
import { text } from './i18n.ts';
import { currentLanguage } from './language.ts';

const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

/** Intl formats are dear to make and free to use again. */
function format<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(name: string, make: (locale: string) => T): T {
  const key = `${currentLanguage()} ${name}`;
  let found = kept.get(key) as T | undefined;
  if (!found) kept.set(key, (found = make(({ 'zh-CN': 'zh-CN', en: 'en-GB' } satisfies Record<Language, string>)[currentLanguage()])));
  return found;
}

const day = () => format('day', (locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, year: 'numeric', month: locale === 'zh-CN' ? 'long' : 'short', day: 'numeric' }));
const clock = () => format('clock', (locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** `2026年3月5日 14:05` / `5 Mar 2026, 14:05`, Beijing time. */
export const formatInstant = (instant: string | Date): string =>
  text('format.instant', { day: day().format(new Date(instant)), time: clock().format(new Date(instant)) });

/** `2026年3月5日` / `5 Mar 2026`, of a moment or of a calendar day (`2026-03-05`). */
export const formatDay = (instant: string | Date): string => day().format(new Date(instant));

/** `3月5日` / `5 Mar`: where the year is plain. */
export const formatMonthDay = (instant: string | Date): string =>
  format('month-day', (locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, month: locale === 'zh-CN' ? 'long' : 'short', day: 'numeric' })).format(new Date(instant));

/** `周三` / `Wed`. */
export const formatWeekday = (instant: string | Date): string =>
  format('weekday', (locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'short' })).format(new Date(instant));

/** Number of the calendar day in Beijing, which has no summer time. */
const dayNumber = (moment: number): number => Math.floor((moment + 8 * 3_600_000) / DAY);

/** 今天, 昨天, 3 天前 by calendar day in Beijing; farther than 30 days away the date itself. */
export function formatRelativeDay(instant: string | Date, now: number = Date.now()): string {
  const days = dayNumber(new Date(instant).getTime()) - dayNumber(now);
  if (Math.abs(days) > 30) return formatDay(instant);
  return spaced(format('relative', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(days, 'day'));
}

/** `45 分钟`, `2 小时 5 分钟`; below one minute 0. */
export function formatMinutes(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return text('format.minutes', { count: rest });
  return rest === 0 ? text('format.hours', { count: hours }) : text('format.hoursAndMinutes', { hours: text('format.hours', { count: hours }), minutes: text('format.minutes', { count: rest }) });
}

/** `12,345`. */
export const formatNumber = (value: number): string => format('number', (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(value);

/** For summaries: `1.2万` / `12K`; exact below ten thousand. */
export function formatShortNumber(value: number): string {
  if (Math.abs(value) < 10_000) return formatNumber(value);
  return spaced(format('short', (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })).format(value));
}

/** `75%` from 75; figures arrive as whole percent, floored by the server. */
export const formatPercent = (percent: number): string => `${Math.round(percent)}%`;

/** One space between digits and hanzi, as everywhere in the interface. */
const spaced = (written: string): string => written.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=\d)/gu, '$1 ');
