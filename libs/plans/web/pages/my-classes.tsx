import { EmptyState, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { myClassesQuery } from '../classes/api.ts';
import styles from '../classes/classes.module.css';
import { ClassStatusTag, daysOf } from '../classes/words.tsx';
import { myClassPath } from '../paths.ts';

/** The training classes I am on the roster of, the latest first. */
export default function MyClassesPage() {
  const { t } = useTranslation('plans');
  const query = useQuery(myClassesQuery);
  return (
    <>
      <PageHeader title={t('classes.mine')} context={t('classes.mineContext')} />
      <Panel title={t('classes.mine')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="courses" title={t('classes.mineNone')}>{t('classes.mineNoneWhy')}</EmptyState>}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map((one) => (
                <li key={one.id} className={styles.row}>
                  <div className={styles.words}>
                    <p><Link to={myClassPath(one.id)} lang="zh-CN">{one.title}</Link></p>
                    <p className={styles.small}>{daysOf(one)}{one.place && <> · <span lang="zh-CN">{one.place}</span></>} · {t('classes.attendedOf', { attended: one.attended, all: one.halfDays })}</p>
                  </div>
                  <ClassStatusTag status={one.status === 'over' ? 'closed' : one.status} plain />
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
