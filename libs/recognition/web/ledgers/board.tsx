import { Panel, PersonLine, QueryView, SelectField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { Month } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { boardQuery, useListing } from '../api.ts';
import styles from './board.module.css';
import ledger from './hours-view.module.css';

const Address = z.object({ month: Month.optional() });

/** The month of one's own department, and whether one stands on it by name. */
export function BoardPanel({ listed }: { listed: boolean }) {
  const { t } = useTranslation('recognition');
  const [{ month }, change] = useSearchParameters(Address);
  const query = useQuery(boardQuery(month));
  const listing = useListing();
  return (
    <Panel title={t('board.title')} context={query.data && <span lang="zh-CN">{query.data.department}</span>} flush>
      <QueryView query={query} loading={<div className={styles.none}><Skeleton lines={4} /></div>}>
        {(board) => (
          <>
            <div className={styles.filter}><SelectField label={t('board.month')} value={board.month} options={board.months.map((one) => ({ value: one, label: t('board.monthOf', { year: Number(one.slice(0, 4)), month: Number(one.slice(5)) }) }))} onChange={(next) => change({ month: next })} /></div>
            {board.items.length === 0 ? <p className={ledger.none}>{t('board.none')}</p> : (
              <ol>
                {board.items.map(({ rank, points, person, me }) => (
                  <li key={person.id} className={`${styles.row} ${me ? styles.me : ''}`}>
                    <span className={`${styles.rank} ${rank === 1 ? styles.first : ''}`} aria-label={t('board.rank', { rank })} role="img">{rank}</span>
                    <span className={styles.person}><PersonLine person={person} /></span>
                    <span className={styles.points}>{t('points.amount', { count: points })}</span>
                  </li>
                ))}
              </ol>
            )}
          </>
        )}
      </QueryView>
      <label className={styles.listing}>
        <input type="checkbox" checked={listed} disabled={listing.isPending} onChange={(event) => listing.mutate(event.target.checked)} />
        <span>{t('board.listed')}</span>
      </label>
    </Panel>
  );
}
