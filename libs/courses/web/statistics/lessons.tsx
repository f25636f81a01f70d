import type { CourseStatistics } from '@zhixing/courses/contract';
import { formatNumber, formatPercent, Panel, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Definitions } from './definitions.tsx';
import { shareOf } from './funnel.tsx';
import styles from './lessons.module.css';

/** Fewer than these are no pattern worth pointing at. */
const WORTH_SAYING = { people: 3, percent: 5 };

/** Who reached a required lesson and not the required one after it; of the last one, who did not finish it. Lessons may be taken in any order, so never below none. */
function stoppedAt(lessons: CourseStatistics['lessons']): Map<string, number> {
  const required = lessons.filter((lesson) => lesson.required);
  return new Map(required.map((lesson, place) => [lesson.key, Math.max(0, lesson.reached - (required[place + 1]?.reached ?? lesson.finished))]));
}

/** Lesson by lesson: how many reached it, how many finished it, and where most of them stopped. */
export function Lessons({ statistics }: { statistics: CourseStatistics }) {
  const { t } = useTranslation('courses');
  const { lessons, funnel } = statistics;
  const stopped = stoppedAt(lessons);
  const most = [...stopped].sort(([, one], [, other]) => other - one)[0];
  const reachedMost = lessons.find((lesson) => lesson.key === most?.[0])?.reached ?? 0;
  const worst = most && most[1] >= WORTH_SAYING.people && shareOf(most[1], reachedMost) >= WORTH_SAYING.percent ? most[0] : undefined;
  const stopWords = (people: number | undefined, reached: number) => (people ? t('statistics.stoppedValue', { count: people, percent: formatPercent(shareOf(people, reached)) }) : (people ?? '–'));
  const width = (people: number) => `${funnel.registered === 0 ? 0 : (100 * people) / funnel.registered}%`;
  return (
    <Panel title={t('statistics.lessons')} context={t('statistics.lessonsContext')} flush>
      <TableBox label={t('statistics.lessons')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('statistics.lesson')}</th>
              <th scope="col" className={styles.barHead}>{t('statistics.reachedBar')}</th>
              <th scope="col" className={table.number}>{t('statistics.reached')}</th>
              <th scope="col" className={table.number}>{t('statistics.finishedLesson')}</th>
              <th scope="col" className={table.number}>{t('statistics.stoppedHere')}</th>
              <th scope="col" className={table.number}>{t('statistics.medianMinutes')}</th>
            </tr>
          </thead>
          <tbody>
            {lessons.map((lesson) => (
              <tr key={lesson.key}>
                <td>
                  <span lang="zh-CN">{lesson.title}</span>
                  <span className={styles.facts}>
                    {t(`lessonKind.${lesson.kind}`)}{!lesson.required && <span>{t('optional')}</span>}
                    {lesson.key === worst && <StatusTag look="warned">{t('statistics.mostStopped')}</StatusTag>}
                  </span>
                </td>
                <td>
                  <span aria-hidden className={styles.track}>
                    <span className={`${styles.stopped} ${lesson.key === worst ? styles.worst : ''}`} style={{ width: width(lesson.reached) }} />
                    <span className={styles.went} style={{ width: width(lesson.reached - (stopped.get(lesson.key) ?? 0)) }} />
                  </span>
                </td>
                <td className={table.number}>{formatNumber(lesson.reached)}</td>
                <td className={table.number}>{formatNumber(lesson.finished)}</td>
                <td className={table.number}>
                  {stopWords(stopped.get(lesson.key), lesson.reached)}
                </td>
                <td className={table.number}>{lesson.medianMinutes === null ? '–' : t('statistics.minutesValue', { minutes: formatNumber(Math.round(lesson.medianMinutes * 10) / 10) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <div className={styles.foot}>
        <p aria-hidden className={styles.legend}><span><i className={styles.went} />{t('statistics.wentOn')}</span><span><i className={styles.stopped} />{t('statistics.stoppedHere')}</span></p>
        <Definitions of={['reached', 'finishedLesson', 'stoppedHere', 'medianMinutes']} />
      </div>
    </Panel>
  );
}
