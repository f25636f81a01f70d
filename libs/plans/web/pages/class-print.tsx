import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import { EmptyState, PageHeader, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { classQuery, sheetQuery } from '../classes/api.ts';
import styles from '../classes/classes.module.css';
import { halfDayName } from '../classes/words.tsx';
import { classPath } from '../paths.ts';

/** Sheets to sign on paper, one page a half-day. */
export default function ClassPrintPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const title = useQuery(classQuery(id)).data?.title;
  const query = useQuery(sheetQuery(id));
  return (
    <>
      <div className={styles.tools}><PageHeader title={t('classes.print')} context={title && <span lang="zh-CN">{title}</span>} back={{ to: `${classPath(id)}?tab=attendance`, label: t('classes.tab.attendance') }} action={<Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>{t('classes.printNow')}</Button>} /></div>
      <QueryView query={query} loading={<Skeleton lines={8} />} empty={({ rows, halfDays }) => (rows.length === 0 || halfDays.length === 0) && <EmptyState drawing="team" title={t('classes.noRoster')}>{t('classes.noRosterWhy')}</EmptyState>}>
        {({ halfDays, rows }) => (
          <>
            {halfDays.map((one) => (
              <section key={one.id} className={styles.sheet} aria-labelledby={`sheet-${one.id}`}>
                <h2 id={`sheet-${one.id}`}><span lang="zh-CN">{title}</span> {t('classes.signSheet')}</h2>
                <p>{halfDayName(one)} {one.startsAt}–{one.endsAt} · <span lang="zh-CN">{[one.topic, one.speaker, one.room].filter(Boolean).join(' · ')}</span></p>
                <table className={styles.paper}>
                  <thead><tr><th scope="col">{t('classes.number')}</th><th scope="col">{t('classes.staffNumber')}</th><th scope="col">{t('column.person')}</th><th scope="col">{t('classes.field.department')}</th><th scope="col">{t('classes.signature')}</th></tr></thead>
                  <tbody>{rows.map(({ person }, at) => <tr key={person.id}><td>{at + 1}</td><td lang="en">{person.staffNumber}</td><td lang="zh-CN">{person.displayName}</td><td lang="zh-CN">{person.department.name}</td><td aria-label={t('classes.signature')} className={styles.sign} /></tr>)}</tbody>
                </table>
              </section>
            ))}
          </>
        )}
      </QueryView>
    </>
  );
}
