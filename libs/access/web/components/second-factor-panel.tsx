import type { SecondFactorView } from '@zhixing/access/contract';
import { formatDay, Panel, QueryView, Skeleton, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorQuery, useRemoveSecondFactor, useRenewCodes } from '../second-factor-api.ts';
import { ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';
import { SetUp } from './set-up.tsx';
import { Step } from './step.tsx';

/** Fewer recovery codes than this ask for new ones. */
const FEW = 4;

/** On one's profile: the second factor, and everything one may do about it. */
export function SecondFactorPanel({ className }: { className?: string }) {
  const { t } = useTranslation('access');
  const query = useQuery(secondFactorQuery);
  return (
    <Panel title={t('factor.title')} context={t('factor.context')} className={className}>
      <QueryView query={query} loading={<Skeleton lines={3} />}>{(factor) => <SecondFactor factor={factor} />}</QueryView>
    </Panel>
  );
}

function SecondFactor({ factor }: { factor: SecondFactorView }) {
  const { t } = useTranslation('access');
  const [task, setTask] = useState<'setUp' | 'renew' | 'remove'>();
  const [returned, setReturned] = useState(false); // then the keyboard goes on where it was
  const close = () => {
    setTask(undefined);
    setReturned(true);
  };
  const done = (sentence: string) => {
    close();
    toast.success(sentence);
  };
  if (task === 'setUp') return <SetUp replaces={factor.since !== null} onDone={() => done(t('factor.enrolled'))} onCancel={close} />;
  if (task === 'renew') return <Renewal onDone={() => done(t('factor.renewed'))} onCancel={close} />;
  if (task === 'remove') return <Removal onDone={() => done(t('factor.removed'))} onCancel={close} />;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('factor.state')}</dt>
          <dd>
            {factor.since ? <StatusTag look="done" plain>{t('factor.since', { day: formatDay(factor.since) })}</StatusTag> : <StatusTag look="idle" plain>{t('factor.none')}</StatusTag>}
            {factor.required && <span className={styles.note}>{t('factor.requiredHint')}</span>}
          </dd>
        </div>
        {factor.since && (
          <div>
            <dt>{t('factor.codes')}</dt>
            <dd>{t('factor.codesLeft', { count: factor.recoveryCodes })}{factor.recoveryCodes < FEW && <StatusTag look="warned" plain>{t('factor.codesFew')}</StatusTag>}</dd>
          </div>
        )}
      </dl>
      <div className={styles.buttons}>
        <Button autoFocus={returned} onClick={() => setTask('setUp')}>{t(factor.since ? 'factor.change' : 'factor.setUp')}</Button>
        {factor.since && <Button onClick={() => setTask('renew')}>{t('factor.renew')}</Button>}
        {factor.since && !factor.required && <Button danger onClick={() => setTask('remove')}>{t('factor.remove')}</Button>}
      </div>
    </>
  );
}

function Renewal({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('access');
  const renew = useRenewCodes();
  return (
    <Step key={String(renew.isSuccess)} title={t(renew.data ? 'factor.keep' : 'factor.renew')}>
      {renew.data ? <RecoveryCodes codes={renew.data.codes} onKept={onDone} /> : <ProofForm withCode submit={t('factor.renew')} busy={renew.isPending} error={renew.error} onSubmit={(proof) => renew.mutate(proof)} onCancel={onCancel} />}
    </Step>
  );
}

function Removal({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('access');
  const remove = useRemoveSecondFactor();
  return (
    <Step title={t('factor.remove')}>
      <p className={styles.hint}>{t('factor.removeHint')}</p>
      <ProofForm withCode danger submit={t('factor.remove')} busy={remove.isPending} error={remove.error} onSubmit={(proof) => remove.mutate(proof, { onSuccess: onDone })} onCancel={onCancel} />
    </Step>
  );
}
