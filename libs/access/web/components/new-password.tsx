import { control, Field } from '@zhixing/platform/web';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './new-password.module.css';

/** What the bank asks of a new password, as far as a person can do something about it. */
export interface Asked { minimum: number; classes: number }

/** The form around a new password, typed twice. `current` also asks for the old one. The server decides whether it is good enough. */
export function NewPasswordForm({ asked, current = false, refusal, button, onSubmit }: {
  asked: Asked | undefined;
  current?: boolean;
  refusal?: ReactNode;
  button: ReactNode;
  onSubmit: (typed: { current: string; next: string }) => void;
}) {
  const { t } = useTranslation('access');
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [wrong, setWrong] = useState<Partial<Record<keyof typeof typed, string>>>({});
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(current && !typed.current && { current: t('password.currentMissing') }),
      ...([...typed.next].length < (asked?.minimum ?? 1) && { next: t('password.short', { minimum: asked?.minimum }) }),
      ...(typed.next !== typed.again && { again: t('password.differs') }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) onSubmit(typed);
  };
  const field = (name: keyof typeof typed, hint?: string) => (
    <Field id={`password-${name}`} label={t(`password.${name}`)} hint={hint} error={wrong[name]}>
      <input
        {...control(`password-${name}`, wrong[name], hint)} type="password" maxLength={1024} autoComplete={name === 'current' ? 'current-password' : 'new-password'}
        value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </Field>
  );
  const hint = asked && t(asked.classes > 1 ? 'password.askedClasses' : 'password.asked', { minimum: asked.minimum, classes: asked.classes });
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {current && field('current')}
      {field('next', hint)}
      {field('again')}
      {refusal}
      <div>{button}</div>
    </form>
  );
}
