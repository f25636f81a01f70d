import type { AttendanceMark, ClassStatus, HalfDay } from '@zhixing/plans/contract';
import { formatDay, formatMonthDay, formatWeekday, type StatusLook, StatusTag, text } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const STATUS: Record<ClassStatus, StatusLook> = { draft: 'draft', published: 'waiting', running: 'running', over: 'warned', closed: 'done', cancelled: 'ended' };
const MARK: Record<AttendanceMark, StatusLook> = { present: 'done', partial: 'warned', absent: 'failed', excused: 'paused' };

/** How far a class is. */
export function ClassStatusTag({ status, plain = false }: { status: ClassStatus; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={STATUS[status]} plain={plain}>{t(`classes.status.${status}`)}</StatusTag>;
}

/** How somebody attended a half-day. */
export function MarkTag({ mark }: { mark: AttendanceMark }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={MARK[mark]} plain>{t(`classes.mark.${mark}`)}</StatusTag>;
}

/** `2026年3月2日 至 3月6日`. */
export const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  (startsOn === endsOn ? formatDay(startsOn) : text('plans:classes.days', { first: formatDay(startsOn), last: startsOn.slice(0, 4) === endsOn.slice(0, 4) ? formatMonthDay(endsOn) : formatDay(endsOn) }));

/** `3月2日 周一 上午`. */
export const halfDayName = ({ day, part }: Pick<HalfDay, 'day' | 'part'>): string => `${formatMonthDay(day)} ${formatWeekday(day)} ${text(`plans:classes.part.${part}`)}`;
