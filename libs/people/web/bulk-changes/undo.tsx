import type { BulkProgress } from '@zhixing/people/contract';
import { formatInstant, formatNumber, Notice, Refusal } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Origin, useDecision } from './api.ts';
import styles from './decision.module.css';

/** The way back from a change that was applied: what undoing means is read before it is done. */
export function Undo<View extends BulkProgress>({ origin, view }: { origin: Origin<View>; view: View }) {
  const { t } = useTranslation('people');
  const [asked, setAsked] = useState(false);
  const undo = useDecision(origin, view.id, 'undo');
  const count = view.counts!.affected;
  return (
    <Notice look={asked ? 'warned' : 'info'} title={t('changes.applied', { count, written: formatNumber(count), at: formatInstant(view.finishedAt!) })}>
      <p className={styles.what}>{t(asked ? 'changes.undoMeans' : 'changes.undoable')} {asked && view.counts!.new > 0 && t('changes.undoHired')}</p>
      <div className={styles.actions}>
        {asked
          ? <><Button type="primary" danger loading={undo.isPending} onClick={() => undo.mutate({})}>{t('changes.undoNow')}</Button><Button onClick={() => setAsked(false)}>{t('changes.keep')}</Button></>
          : <Button onClick={() => setAsked(true)}>{t('changes.undo')}</Button>}
      </div>
      {undo.isError && <Refusal error={undo.error} />}
    </Notice>
  );
}

/** That a change was undone, by whom, and how much of it stays. */
export function Undone({ undone: { at, by, kept } }: { undone: NonNullable<BulkProgress['undone']> }) {
  const { t } = useTranslation('people');
  return (
    <Notice look={kept ? 'warned' : 'info'} title={<>{t('changes.undone', { at: formatInstant(at) })} <span lang="zh-CN">{by}</span></>}>
      <p className={styles.what}>{kept ? t('changes.someKept', { count: kept, written: formatNumber(kept) }) : t('changes.allBack')}</p>
    </Notice>
  );
}
