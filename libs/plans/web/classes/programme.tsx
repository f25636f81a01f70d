import type { ClassView } from '@zhixing/plans/contract';
import { formatDay, Panel, tableStyles as table, TableBox } from '@zhixing/platform/web';
import { coursePath } from '@zhixing/courses/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './classes.module.css';
import { halfDayName } from './words.tsx';

/** What a class consists of: half-days, courses, homework, and who may send how many. */
export function Programme({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  return (
    <>
      {view.description && <Panel title={t('classes.field.description')}><p className={styles.text} lang="zh-CN">{view.description}</p></Panel>}
      <Panel title={t('classes.section.programme')} flush>
        {view.halfDays.length === 0
          ? <p className={`${styles.inset} ${styles.small}`}>{t('classes.noProgramme')}</p>
          : (
            <ul className={styles.list}>
              {view.halfDays.map((one) => (
                <li key={one.id} className={`${styles.row} ${styles.agenda}`}>
                  <span>{halfDayName(one)}</span>
                  <div className={styles.words}><p lang="zh-CN">{one.topic}</p><p className={styles.small} lang="zh-CN">{[one.speaker, one.room].filter(Boolean).join(' · ')}</p></div>
                  <span className={styles.small}>{one.startsAt}–{one.endsAt}</span>
                </li>
              ))}
            </ul>
          )}
      </Panel>
      {view.courses.length > 0 && (
        <Panel title={t('classes.section.courses')} flush>
          <ul className={styles.list}>
            {view.courses.map(({ course, finishBy, exam }) => <li key={course.id} className={styles.row}><span className={styles.words}><Link to={coursePath(course.id)} lang="zh-CN">{course.title}</Link>{exam && <span className={styles.small}> · {t('classes.exam')}</span>}</span><span className={styles.small}>{t('classes.finishBy', { day: formatDay(finishBy) })}</span></li>)}
          </ul>
        </Panel>
      )}
      {view.homework && <Panel title={t('classes.field.homework')}><p className={styles.text} lang="zh-CN">{view.homework}</p></Panel>}
      {view.quotas.length > 0 && (
        <Panel title={t('classes.section.nominations')} context={view.nominationsUntil ? t('classes.until', { day: formatDay(view.nominationsUntil) }) : t('classes.noNominations')} flush>
          <TableBox label={t('classes.section.nominations')}>
            <table className={table.table}>
              <thead><tr><th scope="col">{t('classes.field.department')}</th><th scope="col" className={table.number}>{t('classes.field.quota')}</th><th scope="col" className={table.number}>{t('classes.sent')}</th></tr></thead>
              <tbody>{view.quotas.map(({ department, quota, taken }) => <tr key={department.id}><td lang="zh-CN">{department.name}</td><td className={table.number}>{quota}</td><td className={table.number}>{taken}</td></tr>)}</tbody>
            </table>
          </TableBox>
        </Panel>
      )}
    </>
  );
}
