import { EmptyState, LoadMore, PersonLine, QueryView, Refusal, Sheet, Skeleton, toast } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { gainsQuery, useGrantGains } from './api.ts';
import styles from './gains-dialog.module.css';

/** Dry run, then grant: who is learning an earlier version and has done all the current one requires. Nobody loses anything by it. */
export function GainsDialog({ courseId, open, onClose }: { courseId: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const query = useInfiniteQuery({ ...gainsQuery(courseId), enabled: open });
  const grant = useGrantGains(courseId);
  const first = query.data?.pages[0];
  const send = () => first && grant.mutate(first.count, {
    onSuccess: ({ granted }) => {
      toast.success(t('gains.granted', { count: granted }));
      onClose();
    },
  });
  const footer = (
    <>
      <Button size="large" onClick={onClose}>{t('draft.cancel')}</Button>
      <Button size="large" type="primary" disabled={!first?.count} loading={grant.isPending} onClick={send}>{t('gains.send', { count: first?.count ?? 0 })}</Button>
    </>
  );
  return (
    <Sheet open={open} side="middle" title={t('gains.title')} footer={footer} onClose={onClose}>
      {open && (
        <div className={styles.body}>
          <p className={styles.line}>{t('gains.what')}</p>
          <QueryView query={query} loading={<Skeleton lines={4} />} empty={() => first?.count === 0 && <EmptyState drawing="done" title={t('gains.none')}>{t('gains.noneWhy')}</EmptyState>}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.items);
              return (
                <>
                  <p role="status" className={styles.count}>{t('gains.count', { count: first?.count ?? 0, version: first?.version ?? 0 })}</p>
                  <ul className={styles.people}>
                    {rows.map((row) => (
                      <li key={row.registrationId} className={styles.person}>
                        <span lang="zh-CN"><PersonLine person={row.person} showNumber /></span>
                        <span className={styles.from}>{t('gains.from', { version: row.version, percent: row.percent })}</span>
                      </li>
                    ))}
                  </ul>
                  {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={first?.count} />}
                </>
              );
            }}
          </QueryView>
          {grant.isError && <Refusal error={grant.error} />}
        </div>
      )}
    </Sheet>
  );
}
