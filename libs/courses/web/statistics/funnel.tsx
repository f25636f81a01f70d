import type { CourseStatistics } from '@zhixing/courses/contract';
import { formatNumber, formatPercent, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Definitions } from './definitions.tsx';
import styles from './funnel.module.css';

const STEPS = ['registered', 'started', 'half', 'finished'] as const;

/** `part` of `whole` in floored percent; nothing of nothing is nothing. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((100 * part) / whole));

/** Registered, started, half way, finished: how many are left at each step, and where they were lost. */
export function Funnel({ funnel }: { funnel: CourseStatistics['funnel'] }) {
  const { t } = useTranslation('courses');
  return (
    <Panel title={t('statistics.funnel')}>
      <ol className={styles.funnel}>
        {STEPS.map((step, place) => {
          const share = shareOf(funnel[step], funnel.registered);
          const before = STEPS[place - 1];
          const lost = before ? funnel[before] - funnel[step] : 0;
          return (
            <li key={step} className={styles.step}>
              <span className={styles.name}>{t(`statistics.${step}`)}</span>
              <span aria-hidden className={styles.track}><span className={`${styles.bar} ${step === 'finished' ? styles.finished : ''}`} style={{ width: `${share}%` }} /></span>
              <span className={styles.number}>{t('statistics.people', { count: funnel[step], written: formatNumber(funnel[step]) })}</span>
              <span className={styles.share}>{formatPercent(share)}</span>
              <span className={styles.lost}>{lost > 0 && t('statistics.lost', { count: lost, written: formatNumber(lost) })}</span>
            </li>
          );
        })}
      </ol>
      <Definitions of={STEPS} />
    </Panel>
  );
}
