import { holdEnterWhileComposing, Refusal, Sheet } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form-dialog.module.css';

/** A dialog around the fields of one write: why it was refused stands in it. */
export function FormDialog({ title, send, danger = false, pending, error, onSend, onClose, children }: {
  title: string;
  /** The words of the button that sends. */
  send: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Sheet
      open side="middle" title={title} onClose={onClose}
      footer={<><Button size="large" onClick={onClose}>{t('cancel')}</Button><Button size="large" type="primary" danger={danger} htmlType="submit" form={id} loading={pending}>{send}</Button></>}
    >
      <form id={id} className={styles.form} noValidate onSubmit={submit} onKeyDownCapture={holdEnterWhileComposing}>
        {children}
        {error !== null && error !== undefined && <Refusal error={error} />}
      </form>
    </Sheet>
  );
}
