import { control, Field, holdEnterWhileComposing } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './second-factor.module.css';

/** The second step of signing in: a code of the app, or a recovery code when the phone is not at hand. */
export function CodeForm({ busy, onSubmit, onBack }: { busy: boolean; onSubmit: (code: string) => void; onBack: () => void }) {
  const { t } = useTranslation('access');
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!code.trim());
    if (code.trim()) onSubmit(code);
  };
  const hint = t(recovery ? 'signIn.recoveryHint' : 'signIn.codeHint');
  const wrong = missing ? t('signIn.codeMissing') : undefined;
  return (
    <form className={styles.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      <Field id="code" label={t(recovery ? 'signIn.recoveryCode' : 'signIn.code')} hint={hint} error={wrong}>
        <input
          key={String(recovery)} {...control('code', wrong, hint)} autoFocus autoComplete="one-time-code" inputMode={recovery ? 'text' : 'numeric'} maxLength={40} autoCapitalize="none" spellCheck={false}
          value={code} onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>{t('signIn.codeSubmit')}</Button>
      <div className={styles.ways}>
        <Button type="link" onClick={() => { setRecovery(!recovery); setCode(''); setMissing(false); }}>{t(recovery ? 'signIn.useApp' : 'signIn.useRecovery')}</Button>
        <Button type="link" onClick={onBack}>{t('signIn.back')}</Button>
      </div>
    </form>
  );
}
