import type { Enrolment } from '@zhixing/access/contract';
import { control, Field, Refusal } from '@zhixing/platform/web';
import { Button, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm, useOffer } from '../second-factor-api.ts';
import { ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';
import { Step } from './step.tsx';

/** A device in three steps: confirm that it is you, scan and give a first code, keep the recovery codes. `replaces` = there is a device already, whose code is asked for too. */
export function SetUp({ replaces, onDone, onCancel }: { replaces: boolean; onDone: () => void; onCancel?: () => void }) {
  const { t } = useTranslation('access');
  const offer = useOffer();
  const confirm = useConfirm();
  const restart = () => {
    offer.reset();
    confirm.reset();
  };
  if (confirm.data) return <Step key={3} number={3} title={t('factor.keep')}><RecoveryCodes codes={confirm.data.codes} onKept={onDone} /></Step>;
  if (offer.data) return (
    <Step key={2} number={2} title={t('factor.scan')}>
      <Device enrolment={offer.data} busy={confirm.isPending} error={confirm.error} onSubmit={(code) => confirm.mutate({ code })} onCancel={onCancel} onRestart={restart} />
    </Step>
  );
  return (
    <Step key={1} number={1} title={t('factor.confirmPassword')}>
      <ProofForm withCode={replaces} submit={t('factor.next')} busy={offer.isPending} error={offer.error} onSubmit={(proof) => offer.mutate(proof)} onCancel={onCancel} />
    </Step>
  );
}

/** The key as a QR code, always dark on white so that every camera reads it, and as text in groups of four. */
function Device({ enrolment, busy, error, onSubmit, onCancel, onRestart }: {
  enrolment: Enrolment;
  busy: boolean;
  error: Error | null;
  onSubmit: (code: string) => void;
  onCancel?: (() => void) | undefined;
  onRestart: () => void;
}) {
  const { t } = useTranslation('access');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!code.trim());
    if (code.trim()) onSubmit(code);
  };
  const wrong = missing ? t('factor.codeMissing') : undefined;
  const over = error && 'code' in error && error.code === 'access.enrolment_over';
  return (
    <form className={styles.device} noValidate onSubmit={send}>
      <p className={styles.hint}>{t('factor.scanHint')}</p>
      <div className={styles.qr}><QRCode type="svg" aria-label={t('factor.qr')} value={enrolment.uri} size={184} bordered={false} color="#000" bgColor="#fff" /></div>
      <div className={styles.form}>
        <p className={styles.key}>{t('factor.key')}<code lang="en">{enrolment.key.match(/.{1,4}/g)?.join(' ')}</code></p>
        <Field id="first-code" label={t('factor.firstCode')} hint={t('factor.firstCodeHint')} error={wrong}>
          <input {...control('first-code', wrong, true)} autoComplete="one-time-code" inputMode="numeric" maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
        {error && <Refusal error={error} />}
        <div className={styles.buttons}>
          {over ? <Button type="primary" onClick={onRestart}>{t('factor.again')}</Button> : <Button type="primary" htmlType="submit" loading={busy}>{t('factor.enable')}</Button>}
          {onCancel && <Button onClick={onCancel}>{t('factor.cancel')}</Button>}
        </div>
      </div>
    </form>
  );
}
