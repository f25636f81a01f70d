import { control, Field, sentenceOf, Sheet } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './corrections.module.css';

/** A dialog that asks for one text of at most 2,000 characters, under whatever else it needs (`children`). */
export function TextDialog({ open, title, label, hint, wrong, send, pending, error, onSend, onClose, children }: {
  open: boolean;
  title: string;
  label: string;
  hint?: string;
  /** What is said when the text is empty. */
  wrong: string;
  send: string;
  pending: boolean;
  error: unknown;
  onSend: (text: string) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('audit');
  const id = useId();
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim()) onSend(text.trim());
    else document.getElementById(`${id}-text`)?.focus();
  };
  const problem = empty ? wrong : undefined;
  return (
    <Sheet
      open={open} side="middle" title={title} onClose={onClose}
      footer={<><Button size="large" onClick={onClose}>{t('correction.cancel')}</Button><Button size="large" type="primary" htmlType="submit" form={`${id}-form`} loading={pending}>{send}</Button></>}
    >
      <form id={`${id}-form`} className={styles.form} noValidate onSubmit={submit}>
        {children}
        <Field id={`${id}-text`} label={label} hint={hint} error={problem}>
          <textarea {...control(`${id}-text`, problem, hint)} rows={5} maxLength={2000} lang="zh-CN" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {error !== null && <p role="alert" className={styles.failed}>{sentenceOf(error)}</p>}
      </form>
    </Sheet>
  );
}
