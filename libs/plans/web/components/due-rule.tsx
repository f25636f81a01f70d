import type { DueRule } from '@zhixing/plans/contract';
import { formatDay, formatMonthDay, text } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { dueAfter, today, yearlyDues } from '../days.ts';
import styles from './due-rule.module.css';

/** Any year that has every day there is. */
export const LEAP_YEAR = 2024;

/** A due rule as a sentence of the language on screen. */
export function dueSentence(due: DueRule): string {
  if (due.kind === 'fixed') return text('plans:rule.fixed', { day: due.on ? formatDay(due.on) : '—' });
  if (due.kind === 'after') return text(`plans:rule.after.${due.from}`, { length: text(`plans:rule.${due.unit}`, { count: due.amount }) });
  return text('plans:rule.yearly', { day: formatMonthDay(new Date(Date.UTC(LEAP_YEAR, due.month - 1, due.day))), count: due.opensDaysBefore });
}

/** What the rule comes to on some real days. */
export function DueExamples({ due }: { due: DueRule }) {
  const { t } = useTranslation('plans');
  const now = today();
  const lines = due.kind === 'yearly'
    ? yearlyDues(due, now).map(({ opensOn, dueOn }) => t('rule.exampleYearly', { opens: formatDay(opensOn), day: formatDay(dueOn) }))
    : due.kind === 'after'
      ? [now, `${now.slice(0, 4)}-01-31`].map((from) => t(`rule.example.${due.from}`, { from: formatDay(from), day: formatDay(dueAfter(due, from)!) }))
      : [];
  if (lines.length === 0) return null;
  return <ul className={styles.examples} aria-label={t('rule.examples')}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}
