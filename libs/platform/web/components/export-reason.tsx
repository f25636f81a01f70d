import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { control, Field } from './fields.tsx';
import { holdEnterWhileComposing } from './hold-enter.ts';
import { Sheet } from './sheet.tsx';

/** Characters of a reason, as the contract has it. */
const SHORTEST = 2;
const LONGEST = 200;

/** Asks why others' personal data are taken out; the audit trail keeps the answer. */
export function ExportReason({ title, onGive, onClose }: { title: string; onGive: (reason: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setMissing(given.length < SHORTEST);
    if (given.length >= SHORTEST) onGive(given);
    else document.getElementById(id)?.focus();
  };
  const hint = t('export.reasonHint');
  const problem = missing ? t('export.reasonMissing') : undefined;
  return (
    <Sheet
      open side="middle" title={title} onClose={onClose}
      footer={<><Button size="large" onClick={onClose}>{t('cancel')}</Button><Button size="large" type="primary" htmlType="submit" form={`${id}-form`}>{t('export.start')}</Button></>}
    >
      <form id={`${id}-form`} noValidate onSubmit={submit} onKeyDownCapture={holdEnterWhileComposing}>
        <Field id={id} label={t('export.reason')} hint={hint} error={problem}>
          <input {...control(id, problem, hint)} maxLength={LONGEST} lang="zh-CN" autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Sheet>
  );
}
