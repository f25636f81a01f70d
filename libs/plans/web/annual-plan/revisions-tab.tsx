import type { PlanRevisions, PlanView } from '@zhixing/plans/contract';
import { EmptyState, formatInstant, formatNumber, LoadMore, Panel, QueryView, Skeleton, StatusTag } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { revisionsQuery } from './api.ts';
import styles from './annual-plan.module.css';

type Revision = PlanRevisions['items'][number];
const LOOK = { add: 'done', edit: 'running', cancel: 'ended', restore: 'done' } as const;
const NUMBERS = ['month', 'people', 'hours', 'budget'] as const;
const OTHERS = ['title', 'audience', 'departmentId', 'domain', 'kind', 'ownerId'] as const;

/** Every change since the approval: who, when, why, and what differs. */
export function RevisionsTab({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(revisionsQuery(plan.id));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('annual.tab.revisions')} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('annual.revision.none')}>{t('annual.revision.noneWhy')}</EmptyState>}>
        {() => (
          <>
            <ul className={styles.list}>
              {rows.map((one) => (
                <li key={one.id} className={styles.row}>
                  <div className={styles.words}>
                    <p lang="zh-CN">{one.item.title}</p>
                    <p className={styles.small} lang="zh-CN">{one.reason}</p>
                    {one.change === 'edit' && <Differences revision={one} />}
                    <p className={styles.small}><span lang="zh-CN">{one.by.displayName}</span> · {formatInstant(one.at)}</p>
                  </div>
                  <StatusTag look={LOOK[one.change]} plain>{t(`annual.revision.${one.change}`)}</StatusTag>
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

/** Numbers with what they were and are; of the rest, that it changed. */
function Differences({ revision: { before, after } }: { revision: Revision }) {
  const { t } = useTranslation('plans');
  const names = { departmentId: 'department', ownerId: 'owner' } as Record<string, string>;
  const said = [
    ...NUMBERS.flatMap((key) => (key in after ? [t('annual.revision.changed', { field: t(`annual.field.${key}`), before: formatNumber(Number(before[key])), after: formatNumber(Number(after[key])) })] : [])),
    ...OTHERS.flatMap((key) => (key in after ? [t('annual.revision.other', { field: t(`annual.field.${names[key] ?? key}`) })] : [])),
  ];
  return <p className={styles.small}>{said.join(t('annual.separator'))}</p>;
}
