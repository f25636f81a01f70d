import { ResultRowKind, type ResultsImportView } from '@zhixing/plans/contract';
import { formatNumber, Notice, ProgressBar, Refusal, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isBusy, useResultsDecision } from './api.ts';
import styles from './results.module.css';
import { ResultRowsList } from './rows.tsx';

const Address = z.object({ kind: ResultRowKind.optional() });
const KINDS = ['error', 'new', 'same'] as const satisfies ResultRowKind[];

/** A file of results below its head: what a worker is doing, what is to be decided, and the report. */
export function ImportParts({ view }: { view: ResultsImportView }) {
  return (
    <div className={styles.parts}>
      {isBusy(view.state) && <Working view={view} />}
      {view.failure !== null && <Failure view={view} />}
      {(view.can.confirm || (view.can.discard && view.counts)) && <Decision view={view} />}
      {view.state === 'applied' && <Applied view={view} />}
      {view.counts && <Report view={view} counts={view.counts} />}
    </div>
  );
}

/** What was stored, and what stood by then. */
function Applied({ view: { applied, found } }: { view: ResultsImportView }) {
  const { t } = useTranslation('plans');
  return (
    <Notice look="info" title={t('results.applied', { count: applied ?? 0, written: formatNumber(applied ?? 0) })}>
      {found ? <p className={styles.note}>{t('results.found', { count: found, written: formatNumber(found) })}</p> : null}
      <p className={styles.note}>{t('results.appliedWhat')}</p>
    </Notice>
  );
}

/** Why it stopped, and what came of it; a file that could not be read is discarded here. */
function Failure({ view: { id, failure, progress, counts, can } }: { view: ResultsImportView }) {
  const { t } = useTranslation('plans');
  const what = progress?.done ? t('results.stopped', { done: formatNumber(progress.done) }) : t(counts ? 'results.stoppedFirst' : 'results.failedWhat');
  return (
    <Notice look="failed" title={<span lang={document.documentElement.lang}>{failure}</span>}>
      <p className={styles.note}>{what}</p>
      {can.discard && !counts && <div className={styles.actions}><Discard id={id} /></div>}
    </Notice>
  );
}

function Discard({ id }: { id: string }) {
  const { t } = useTranslation('plans');
  const discard = useResultsDecision(id, 'discard');
  return <Button loading={discard.isPending} onClick={() => discard.mutate()}>{t('results.discard')}</Button>;
}

/** What a worker is doing; the page may be left, and a file that is being read discarded. */
function Working({ view: { id, state, progress, can } }: { view: ResultsImportView }) {
  const { t } = useTranslation('plans');
  return (
    <section aria-label={t(`results.state.${state}`)} className={styles.working}>
      <ProgressBar percent={progress ? (100 * progress.done) / progress.total : 0} label={t(`results.state.${state}`)} {...(progress && { text: `${formatNumber(progress.done)} / ${formatNumber(progress.total)}` })} />
      <p className={styles.note}>{t(state === 'uploaded' ? 'results.reading' : 'results.storingRows')}</p>
      {can.discard && <div><Discard id={id} /></div>}
    </section>
  );
}

/** Store or throw away; after a stop, go on. */
function Decision({ view }: { view: ResultsImportView }) {
  const { t } = useTranslation('plans');
  const confirm = useResultsDecision(view.id, 'confirm');
  const count = (view.counts?.new ?? 0) - (view.progress?.done ?? 0);
  return (
    <Notice look="info" title={view.can.confirm ? t('results.ready', { count, written: formatNumber(count) }) : t('results.nothing')}>
      <p className={styles.note}>{t(view.can.confirm ? 'results.readyWhat' : 'results.nothingWhy')}</p>
      <div className={styles.actions}>
        {view.can.confirm && <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>{t(view.progress ? 'results.goOn' : 'results.apply')}</Button>}
        {view.can.discard && <Discard id={view.id} />}
      </div>
      {confirm.isError && <Refusal error={confirm.error} />}
    </Notice>
  );
}

function Report({ view, counts }: { view: ResultsImportView; counts: NonNullable<ResultsImportView['counts']> }) {
  const { t } = useTranslation('plans');
  // without a choice what is wrong comes first, then what there is to look at
  const [{ kind = KINDS.find((one) => counts[one] > 0) ?? 'new' }] = useSearchParameters(Address);
  return (
    <section aria-label={t('results.report')} className={styles.report}>
      <TabLinks label={t('results.report')} parameter="kind" current={kind} tabs={KINDS.map((key) => ({ key, label: t(`results.kind.${key}`), count: counts[key] }))} />
      <ResultRowsList view={view} kind={kind} total={counts[kind]} />
    </section>
  );
}
