import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import QrcodeOutlined from '@ant-design/icons/QrcodeOutlined';
import type { AttendanceSheet, ClassView } from '@zhixing/plans/contract';
import { EmptyState, formatInstant, LoadMore, Panel, PersonLine, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';
import { codePath, printPath } from '../paths.ts';
import { changesQuery, sheetQuery } from './api.ts';
import { AttendanceGrid } from './attendance-grid.tsx';
import styles from './classes.module.css';
import { halfDayName, MarkTag } from './words.tsx';

/** Who was there: the code people check in by, the sheet, and every mark as it was given. */
export function Attendance({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const query = useQuery(sheetQuery(view.id));
  const open = !['draft', 'closed', 'cancelled'].includes(view.status);
  const print = useLinkClickHandler<HTMLElement>(printPath(view.id));
  return (
    <div className={styles.stack}>
      {open && view.halfDays.length > 0 && (
        <Panel title={t('classes.checkIn')} context={t('classes.checkInWhy')}>
          <div className={styles.actions}>{view.halfDays.map((one) => <CodeLink key={one.id} classId={view.id} halfDayId={one.id} name={halfDayName(one)} />)}</div>
        </Panel>
      )}
      <Panel title={t('classes.sheet')} context={query.data && !query.data.closed && t('classes.sheetKeys')} extra={<Button icon={<PrinterOutlined aria-hidden />} href={printPath(view.id)} onClick={print}>{t('classes.print')}</Button>} flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={(sheet) => sheet.rows.length === 0 && <EmptyState drawing="team" title={t('classes.noRoster')}>{t('classes.noRosterWhy')}</EmptyState>}>
          {(sheet: AttendanceSheet) => <AttendanceGrid classId={view.id} sheet={sheet} />}
        </QueryView>
      </Panel>
      <Changes classId={view.id} />
    </div>
  );
}

function CodeLink({ classId, halfDayId, name }: { classId: string; halfDayId: string; name: string }) {
  const go = useLinkClickHandler<HTMLElement>(codePath(classId, halfDayId));
  return <Button icon={<QrcodeOutlined aria-hidden />} href={codePath(classId, halfDayId)} onClick={go}>{name}</Button>;
}

function Changes({ classId }: { classId: string }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(changesQuery(classId));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('classes.changes')} context={t('classes.changesWhy')} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={3} /></div>} empty={() => rows.length === 0 && <p className={`${styles.inset} ${styles.small}`}>{t('classes.noChanges')}</p>}>
        {() => (
          <>
            <ul className={styles.list}>
              {rows.map((one) => (
                <li key={one.id} className={`${styles.row} ${styles.person}`}>
                  <PersonLine person={one.person} showNumber />
                  <div className={styles.words}>
                    <p>{halfDayName(one.halfDay)}</p>
                    <p className={styles.small}>{formatInstant(one.at)} · {one.source === 'check_in' ? t('classes.byCheckIn') : <span lang="zh-CN">{one.by.displayName}</span>}{one.reason && <span lang="zh-CN"> · {one.reason}</span>}</p>
                  </div>
                  <span className={styles.line}>{one.before && <><MarkTag mark={one.before} /><span aria-hidden>→</span></>}<MarkTag mark={one.mark} /></span>
                </li>
              ))}
            </ul>
            {query.hasNextPage && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
