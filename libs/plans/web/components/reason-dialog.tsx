import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './form-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

const SHORTEST = 2;

/** A write that needs nothing but a reason. `optional`: it may be left out. */
export function ReasonDialog({ title, label, hint, send, danger, optional = false, max, pending, error, onSend, onClose }: {
  title: string;
  label: string;
  hint?: string;
  send: string;
  danger?: boolean;
  optional?: boolean;
  max?: number;
  pending: boolean;
  error: unknown;
  onSend: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('plans');
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const give = () => {
    const short = !optional && reason.trim().length < SHORTEST;
    setMissing(short);
    if (short) document.getElementById(id)?.focus();
    else onSend(reason.trim());
  };
  return (
    <FormDialog title={title} send={send} danger={danger ?? false} pending={pending} error={error} onSend={give} onClose={onClose}>
      <ReasonField id={id} label={label} hint={hint} wrong={missing ? t('wrong.reason') : undefined} value={reason} max={max} onChange={setReason} />
    </FormDialog>
  );
}
