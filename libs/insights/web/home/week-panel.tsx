import type { Home } from '@zhixing/insights/contract';
import { formatDay, formatMinutes, formatWeekday, Panel } from '@zhixing/platform/web';
import { myClassPath } from '@zhixing/plans/web';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MinutesChart } from '../components/minutes-chart.tsx';
import styles from '../pages/home.module.css';

/** This week beside the last one; a week that is still running is never called a decline. */
function comparison(t: TFunction<'insights'>, { minutes, minutesLastWeek }: Home['week']): string {
  if (minutesLastWeek === 0) return minutes === 0 ? t('week.nothingYet') : t('week.nothingBefore');
  if (minutes === minutesLastWeek) return t('week.same', { last: formatMinutes(minutesLastWeek) });
  if (minutes > minutesLastWeek) return t('week.more', { minutes: formatMinutes(minutes - minutesLastWeek) });
  return t('week.less', { last: formatMinutes(minutesLastWeek), minutes: formatMinutes(minutesLastWeek - minutes) });
}

/** The running week, day by day, with the half-days of training classes and what is due in it. */
export function WeekPanel({ week, deadlines, halfDays }: Pick<Home, 'week' | 'deadlines' | 'halfDays'>) {
  const { t } = useTranslation('insights');
  const today = week.days.findIndex((day) => day.today);
  const bars = week.days.map((day, at) => ({
    key: day.date,
    label: day.today ? t('week.today') : formatWeekday(day.date),
    name: `${formatWeekday(day.date)} ${formatDay(day.date)}`,
    minutes: day.minutes,
    lessons: day.lessons,
    current: day.today,
    ahead: at > today,
  }));
  return (
    <Panel title={t('week.title')} context={t('week.measured')}>
      <p className={styles.total}><span className={styles.sum}>{formatMinutes(week.minutes)}</span><span>{t('week.lessons', { count: week.lessons })}</span></p>
      <p className={styles.compared}>{comparison(t, week)}</p>
      <MinutesChart bars={bars} words={{ caption: t('week.caption'), period: t('week.day'), minutes: t('chart.minutes'), lessons: t('chart.lessons') }} />
      {halfDays.length > 0 && (
        <section aria-labelledby="half-days" className={styles.deadlines}>
          <h3 id="half-days" className={styles.due}>{t('week.halfDays')}</h3>
          <ul>
            {halfDays.map((one) => (
              <li key={one.id} className={styles.deadline}>
                <time dateTime={`${one.day}T${one.startsAt}`}>{`${formatWeekday(one.day)} ${formatDay(one.day)} ${one.startsAt}`}</time>
                <span lang="zh-CN"><Link to={myClassPath(one.classId)}>{one.title}</Link>{one.room && <span className={styles.room}>{one.room}</span>}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {deadlines.length > 0 && (
        <section aria-labelledby="deadlines" className={styles.deadlines}>
          <h3 id="deadlines" className={styles.due}>{t('week.deadlines')}</h3>
          <ul>
            {deadlines.map((one) => (
              <li key={one.obligationId} className={styles.deadline}>
                <time dateTime={one.dueOn}>{`${formatWeekday(one.dueOn)} ${formatDay(one.dueOn)}`}</time>
                <Link to={`/assignments/${one.obligationId}`} lang="zh-CN">{one.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}
