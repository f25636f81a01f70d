import { EmptyState, formatNumber, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myItemsQuery } from '../annual-plan/api.ts';
import styles from '../annual-plan/annual-plan.module.css';
import { ItemStatusTag, money } from '../annual-plan/words.tsx';

/** The items of approved plans that I am the owner of. */
export default function PlanItemsPage() {
  const { t } = useTranslation('plans');
  const query = useQuery(myItemsQuery);
  return (
    <>
      <PageHeader title={t('annual.mine.title')} context={t('annual.mine.context')} />
      <Panel title={t('annual.mine.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="done" title={t('annual.mine.none')} />}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map((one) => (
                <li key={one.id} className={styles.row}>
                  <div className={styles.words}>
                    <p lang="zh-CN">{one.title}</p>
                    <p className={styles.small}>{t('annual.yearOf', { year: one.plan.year })} {t('annual.month', { month: one.month })} · {t(`annual.kind.${one.kind}`)} · <span lang="zh-CN">{(one.department ?? one.plan.department).name}{one.audience && ` · ${one.audience}`}</span></p>
                    <p className={styles.small}>{t('annual.linkReach', { people: formatNumber(one.actual.people), expected: formatNumber(one.people) })} · {t('annual.plannedOf', { value: money(one.budget) })} · {t('annual.actualOf', { value: money(one.actual.cost) })}</p>
                    {one.links.length > 0 && <p className={styles.small}>{t('annual.links')} <span lang="zh-CN">{one.links.map((link) => link.target.title).join(t('annual.separator'))}</span></p>}
                  </div>
                  <ItemStatusTag status={one.status} late={one.late} />
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
