import type { Member } from '@zhixing/insights/contract';
import { formatDay, formatMinutes, formatMonthDay, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { MinutesChart } from '../components/minutes-chart.tsx';
import styles from './member.module.css';

/** The last twelve weeks, week by week. */
export function ActivityPanel({ weeks }: { weeks: Member['weeks'] }) {
  const { t } = useTranslation('insights');
  const minutes = weeks.reduce((sum, week) => sum + week.minutes, 0);
  const lessons = weeks.reduce((sum, week) => sum + week.lessons, 0);
  const bars = weeks.map((week, at) => {
    const current = at === weeks.length - 1;
    return { ...week, key: week.monday, label: current ? t('member.thisWeek') : formatMonthDay(week.monday), name: t('member.weekOf', { day: formatDay(week.monday) }), current };
  });
  return (
    <Panel title={t('member.activity')} context={t('member.activityHint')} className={styles.panel}>
      <p className={styles.sum}>{minutes + lessons === 0 ? t('member.noActivity') : t('member.activitySum', { minutes: formatMinutes(minutes), count: lessons })}</p>
      {minutes + lessons > 0 && <MinutesChart dense bars={bars} words={{ caption: t('member.activity'), period: t('member.week'), minutes: t('chart.minutes'), lessons: t('chart.lessons') }} />}
    </Panel>
  );
}
