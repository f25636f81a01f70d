import { CHECKED_AT_ONCE, type ChainCheck } from '@zhixing/audit/contract';
import { useQuery } from '@tanstack/react-query';
import { formatInstant, formatNumber, Panel, QueryView, Skeleton, StatusTag } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chainQuery, useCheckChain } from '../api.ts';
import styles from './chain-panel.module.css';

/** How far the chain goes, and a button that recomputes its end. */
export function ChainPanel() {
  const { t } = useTranslation('audit');
  const query = useQuery(chainQuery);
  const check = useCheckChain();
  return (
    <Panel
      title={t('chain.title')} context={t('chain.context')} className={styles.panel}
      extra={<Button loading={check.isPending} onClick={() => check.mutate()}>{t('chain.check', { count: formatNumber(CHECKED_AT_ONCE) })}</Button>}
    >
      <QueryView query={query} loading={<Skeleton lines={2} />}>
        {({ n, sealedAt, chainHash, waiting }) => (
          <>
            <p className={styles.line}>
              {n ? t('chain.sealed', { place: formatNumber(n), time: sealedAt && formatInstant(sealedAt) }) : t('chain.none')}
              {waiting > 0 && t('chain.waiting', { count: waiting, written: formatNumber(waiting) })}
            </p>
            {n > 0 && <p className={styles.line}><span className={styles.label}>{t('chain.head')}</span> <code lang="en" className={styles.hash}>{n}:{chainHash}</code></p>}
          </>
        )}
      </QueryView>
      <div role="status">{check.data && <Found check={check.data} />}</div>
    </Panel>
  );
}

function Found({ check: { flaw, checked, whole } }: { check: ChainCheck }) {
  const { t } = useTranslation('audit');
  if (!flaw) return <p className={styles.line}><StatusTag look="done">{t(whole ? 'chain.intactWhole' : 'chain.intact', { count: checked, written: formatNumber(checked) })}</StatusTag></p>;
  return (
    <p className={styles.line}>
      <StatusTag look="failed">{t(`chain.flaw.${flaw.kind}`)}</StatusTag>{' '}
      {flaw.n !== null && t('chain.place', { place: formatNumber(flaw.n) })} <code lang="en" className={styles.hash}>{flaw.entryId}</code>
    </p>
  );
}
