import { EmptyState, formatDay, formatWeekday, PageHeader, Panel, QueryView, Skeleton, StatusTag, TableBox, tableStyles as table, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { today } from '../organisation/today.ts';
import { holidaysQuery } from './api.ts';
import styles from './holidays-page.module.css';
import { SendCalendar } from './send-calendar.tsx';

const THIS_YEAR = Number(today().slice(0, 4));
const Address = z.object({ year: z.coerce.number().int().min(2000).max(2100).default(THIS_YEAR) });

/** Public holidays of a year and the weekend days worked instead; a file brings the next year's. */
export default function HolidaysPage() {
  const { t } = useTranslation('people');
  const [{ year }] = useSearchParameters(Address);
  const query = useQuery(holidaysQuery(year));
  const years = [...new Set([THIS_YEAR - 1, THIS_YEAR, THIS_YEAR + 1, year])].sort();
  return (
    <>
      <PageHeader title={t('holidays.title')} context={t('holidays.context')}>
        <TabLinks label={t('holidays.years')} parameter="year" current={String(year)} tabs={years.map((one) => ({ key: String(one), label: t('holidays.year', { year: one }) }))} />
      </PageHeader>
      <div className={styles.panels}>
        {query.data?.can.edit && <SendCalendar />}
        <Panel title={t('holidays.year', { year })} flush>
          <QueryView query={query} loading={<Skeleton lines={6} />} empty={({ items }) => items.length === 0 && <EmptyState drawing="courses" title={t('holidays.none', { year })}>{t('holidays.noneWhy')}</EmptyState>}>
            {({ items }) => (
              <TableBox label={t('holidays.title')}>
                <table className={table.table}>
                  <thead><tr><th scope="col">{t('holidays.day')}</th><th scope="col">{t('holidays.weekday')}</th><th scope="col">{t('holidays.kindTitle')}</th><th scope="col">{t('holidays.name')}</th></tr></thead>
                  <tbody>
                    {items.map(({ day, kind, name }) => (
                      <tr key={day}>
                        <td>{formatDay(day)}</td><td>{formatWeekday(day)}</td>
                        <td><StatusTag look={kind === 'holiday' ? 'paused' : 'running'} plain>{t(`holidays.kind.${kind}`)}</StatusTag></td>
                        <td lang="zh-CN">{name}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableBox>
            )}
          </QueryView>
        </Panel>
      </div>
    </>
  );
}
