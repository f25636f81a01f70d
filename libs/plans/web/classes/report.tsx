import type { ClassReport, ClassView } from '@zhixing/plans/contract';
import { EmptyState, ExportButton, formatMinutes, formatNumber, formatPercent, Panel, PersonLine, QueryView, Skeleton, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportQuery } from './api.ts';
import styles from './classes.module.css';
import { halfDayName } from './words.tsx';

/** Presences, in percent of all the half-days of everybody. */
function attendanceOf({ halfDays, people }: ClassReport): number {
  const all = halfDays.length * people;
  return all === 0 ? 0 : Math.round((100 * halfDays.reduce((sum, one) => sum + one.present + one.partial, 0)) / all);
}

/** What came of a class, so far or at last: figures, half-days, people; also as a workbook. */
export function Report({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const query = useQuery(reportQuery(view.id));
  return (
    <QueryView query={query} loading={<Panel title={t('classes.tab.report')} hideTitle><Skeleton lines={8} /></Panel>} empty={({ people }) => people === 0 && <Panel title={t('classes.tab.report')} hideTitle><EmptyState drawing="team" title={t('classes.noRoster')}>{t('classes.noRosterWhy')}</EmptyState></Panel>}>
      {(report) => (
        <div className={styles.stack}>
          <div className={styles.between}><p className={styles.small}>{t(view.status === 'closed' ? 'classes.reportFinal' : 'classes.reportSoFar')}</p><ExportButton personal kind="class-report" parameters={{ classId: view.id }} label={t('classes.export')} /></div>
          <dl className={styles.figures}>
            <div className={styles.figure}><dt>{t('classes.people')}</dt><dd>{formatNumber(report.people)}</dd></div>
            <div className={styles.figure}><dt>{t('classes.attendance')}</dt><dd>{formatPercent(attendanceOf(report))}</dd></div>
            <div className={styles.figure}><dt>{t('classes.completed')}</dt><dd>{formatNumber(report.completed)}</dd></div>
            <div className={styles.figure}><dt>{t('classes.cost')}</dt><dd>{report.cost === null ? '—' : formatNumber(report.cost)}</dd></div>
          </dl>
          <Panel title={t('classes.section.programme')} flush>
            <TableBox label={t('classes.section.programme')}>
              <table className={table.table}>
                <thead><tr><th scope="col">{t('classes.halfDay')}</th><th scope="col">{t('classes.field.topic')}</th>{(['present', 'partial', 'absent', 'excused'] as const).map((mark) => <th key={mark} scope="col" className={table.number}>{t(`classes.mark.${mark}`)}</th>)}<th scope="col" className={table.number}>{t('classes.unmarked')}</th></tr></thead>
                <tbody>{report.halfDays.map((one) => <tr key={one.id}><td>{halfDayName(one)}</td><td lang="zh-CN">{one.topic}</td><td className={table.number}>{one.present}</td><td className={table.number}>{one.partial}</td><td className={table.number}>{one.absent}</td><td className={table.number}>{one.excused}</td><td className={table.number}>{one.unmarked}</td></tr>)}</tbody>
              </table>
            </TableBox>
          </Panel>
          <Panel title={t('classes.tab.roster')} context={t('classes.completedMeans')} flush>
            <TableBox label={t('classes.tab.roster')}>
              <table className={table.table}>
                <thead><tr><th scope="col">{t('column.person')}</th>{(['present', 'partial', 'absent', 'excused'] as const).map((mark) => <th key={mark} scope="col" className={table.number}>{t(`classes.mark.${mark}`)}</th>)}<th scope="col" className={table.number}>{t('classes.hours')}</th><th scope="col" className={table.number}>{t('classes.section.courses')}</th><th scope="col">{t('classes.completed')}</th></tr></thead>
                <tbody>
                  {report.rows.map((one) => (
                    <tr key={one.person.id}>
                      <td><PersonLine person={one.person} showNumber /></td><td className={table.number}>{one.present}</td><td className={table.number}>{one.partial}</td><td className={table.number}>{one.absent}</td><td className={table.number}>{one.excused}</td>
                      <td className={table.number}>{formatMinutes(one.minutes)}</td><td className={table.number}>{report.courses === 0 ? '—' : `${one.courses} / ${report.courses}`}</td><td><StatusTag look={one.completed ? 'done' : 'idle'} plain>{t(one.completed ? 'classes.isCompleted' : 'classes.notCompleted')}</StatusTag></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableBox>
          </Panel>
        </div>
      )}
    </QueryView>
  );
}
