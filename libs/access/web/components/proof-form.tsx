import type { Proof } from '@zhixing/access/contract';
import { control, Field, holdEnterWhileComposing, Refusal } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './second-factor.module.css';

/** Password, and the code of the second factor there is: asked before anything about it changes. */
export function ProofForm({ withCode, submit, danger = false, busy, error, onSubmit, onCancel }: {
  withCode: boolean;
  submit: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onSubmit: (proof: Proof) => void;
  onCancel?: (() => void) | undefined;
}) {
  const { t } = useTranslation('access');
  const [typed, setTyped] = useState({ password: '', code: '' });
  const [wrong, setWrong] = useState<Partial<typeof typed>>({});
  const send = (event: FormEvent) => {
    event.preventDefault();
    const missing = { ...(!typed.password && { password: t('factor.passwordMissing') }), ...(withCode && !typed.code.trim() && { code: t('factor.codeMissing') }) };
    setWrong(missing);
    if (Object.keys(missing).length === 0) onSubmit({ password: typed.password, ...(withCode && { code: typed.code }) });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      <Field id="proof-password" label={t('factor.password')} error={wrong.password}>
        <input {...control('proof-password', wrong.password)} type="password" autoComplete="current-password" maxLength={1024} value={typed.password} onChange={(event) => setTyped({ ...typed, password: event.target.value })} />
      </Field>
      {withCode && (
        <Field id="proof-code" label={t('factor.code')} error={wrong.code}>
          <input {...control('proof-code', wrong.code)} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={40} value={typed.code} onChange={(event) => setTyped({ ...typed, code: event.target.value })} />
        </Field>
      )}
      {Boolean(error) && <Refusal error={error} />}
      <div className={styles.buttons}>
        <Button type="primary" danger={danger} htmlType="submit" loading={busy}>{submit}</Button>
        {onCancel && <Button onClick={onCancel}>{t('factor.cancel')}</Button>}
      </div>
    </form>
  );
}
