import { type ObligationView, RequestExtension } from '@zhixing/plans/contract';
import { formatDay, toast } from '@zhixing/platform/web';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { addDays, today } from '../days.ts';
import { useRequestExtension } from './api.ts';

/** Asks for more time: until when, and why. */
export function ExtensionDialog({ obligation, onClose }: { obligation: ObligationView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const ask = useRequestExtension();
  const from = obligation.dueOn > today() ? obligation.dueOn : today();
  const [until, setUntil] = useState(addDays(from, 7));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string[]>([]);
  const send = () => {
    const body = RequestExtension.safeParse({ obligationId: obligation.id, until, reason });
    setWrong([...(body.error?.issues.map((issue) => String(issue.path[0])) ?? []), ...(until <= obligation.dueOn ? ['until'] : [])]);
    if (!body.success || until <= obligation.dueOn) return;
    ask.mutate(body.data, { onSuccess: () => { toast.success(t('extension.sent')); onClose(); } });
  };
  return (
    <FormDialog title={t('extension.ask')} send={t('extension.send')} pending={ask.isPending} error={ask.error} onSend={send} onClose={onClose}>
      <DayField
        id={`${id}-until`} label={t('extension.until')} hint={t('extension.now', { day: formatDay(obligation.dueOn) })} wrong={wrong.includes('until') ? t('extension.untilWrong', { day: formatDay(obligation.dueOn) }) : undefined}
        min={addDays(from, 1)} value={until} onChange={setUntil}
      />
      <ReasonField id={`${id}-reason`} label={t('extension.reason')} hint={t('extension.reasonHint')} wrong={wrong.includes('reason') ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
