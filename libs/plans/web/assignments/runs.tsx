import type { AssignmentRun, AssignmentView } from '@zhixing/plans/contract';
import { control, EmptyState, Field, formatInstant, formatNumber, LoadMore, Panel, ProgressBar, QueryView, sentenceOf, Skeleton, type StatusLook, StatusTag, toast } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../components/form-dialog.tsx';
import { runsQuery, useAskRun, useConfirmRun, useDiscardRun } from './api.ts';
import styles from './assignment.module.css';
import { DifferenceView } from './difference-view.tsx';

const LOOKS: Record<AssignmentRun['state'], StatusLook> = { queued: 'waiting', waiting: 'warned', applying: 'running', done: 'done', discarded: 'ended' };

/** Every time the people were brought in line with the rule: why, how many, how far; what waits is confirmed or discarded here. */
export function Runs({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(runsQuery(view.id));
  const ask = useAskRun(view.id);
  const [confirming, setConfirming] = useState<AssignmentRun>();
  const discard = useDiscardRun(view.id);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={t('run.title')} context={t('run.context')} flush
      extra={view.can.edit && view.state === 'active' && <Button loading={ask.isPending} onClick={() => ask.mutate(undefined, { onSuccess: () => toast.success(t('run.asked')), onError: (error) => toast.error(sentenceOf(error)) })}>{t('run.ask')}</Button>}
    >
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="search" title={t('run.none')}>{t('run.noneWhy')}</EmptyState>}>
        {() => (
          <>
            <ul className={styles.list}>
              {rows.map((run) => (
                <li key={run.id} className={styles.run}>
                  <div>
                    <p className={styles.line}><b>{t(`runCause.${run.cause}`)}</b><StatusTag look={LOOKS[run.state]} plain>{t(`runState.${run.state}`)}</StatusTag></p>
                    <p className={styles.note}>{formatInstant(run.createdAt)}{run.requestedBy && <> · <span lang="zh-CN">{run.requestedBy.displayName}</span></>}{run.cycle && <> · {t('facts.cycle', { cycle: run.cycle })}</>}</p>
                    {run.state === 'applying' && run.counts && <ProgressBar size="small" label={t('run.progress')} percent={run.counts.affected === 0 ? 100 : (100 * run.done) / run.counts.affected} text={t('run.done', { done: formatNumber(run.done), affected: formatNumber(run.counts.affected) })} />}
                  </div>
                  {run.counts ? <DifferenceView difference={run.counts} /> : <span />}
                  <div className={styles.actions}>
                    {view.can.edit && run.state === 'waiting' && (
                      <>
                        <Button loading={discard.isPending} onClick={() => discard.mutate(run.id, { onError: (error) => toast.error(sentenceOf(error)) })}>{t('run.discard')}</Button>
                        <Button type="primary" aria-haspopup="dialog" onClick={() => setConfirming(run)}>{t('run.confirm')}</Button>
                      </>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            {query.hasNextPage && <div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div>}
          </>
        )}
      </QueryView>
      {confirming && <ConfirmDialog key={confirming.id} assignmentId={view.id} run={confirming} onClose={() => setConfirming(undefined)} />}
    </Panel>
  );
}

function ConfirmDialog({ assignmentId, run, onClose }: { assignmentId: string; run: AssignmentRun; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const confirm = useConfirmRun(assignmentId);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const affected = run.counts?.affected ?? 0;
  const send = () => {
    setWrong(typed.trim() !== String(affected));
    if (typed.trim() === String(affected)) confirm.mutate({ runId: run.id, affected }, { onSuccess: () => { toast.success(t('run.confirmed')); onClose(); } });
  };
  return (
    <FormDialog title={t('run.confirm')} send={t('run.confirm')} pending={confirm.isPending} error={confirm.error} onSend={send} onClose={onClose}>
      {run.counts && <DifferenceView difference={run.counts} />}
      <Field id={id} label={t('check.type', { number: affected })} hint={t('check.why', { affected: formatNumber(affected), staff: formatNumber(run.counts?.staff ?? 0) })} {...(wrong && { error: t('check.typeWrong', { number: affected }) })}>
        <input {...control(id, wrong ? 'wrong' : undefined, true)} inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
