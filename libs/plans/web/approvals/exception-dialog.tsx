import { DecideException, type ExceptionRow } from '@zhixing/plans/contract';
import { control, Field, Select, toast } from '@zhixing/platform/web';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { addDays, today } from '../days.ts';
import { useDecideException } from './api.ts';

/** Assigned with a date of one's own, or left out with a reason. */
export function ExceptionDialog({ row, onClose }: { row: ExceptionRow; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const decide = useDecideException();
  const [decision, setDecision] = useState<DecideException['decision']>(row.kind === 'already_completed' || row.kind === 'duplicate' ? 'skipped' : 'assigned');
  const [dueOn, setDueOn] = useState(row.dueOn && row.dueOn > addDays(today(), 14) ? row.dueOn : addDays(today(), 14));
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string[]>([]);
  const send = () => {
    const body = DecideException.safeParse(decision === 'assigned' ? { decision, dueOn, note } : { decision, note });
    setWrong(body.error?.issues.map((issue) => String(issue.path[0])) ?? []);
    if (body.success) decide.mutate({ id: row.id, body: body.data }, { onSuccess: () => { toast.success(t(`exception.done.${decision}`)); onClose(); } });
  };
  return (
    <FormDialog title={t('exception.decideTitle', { name: row.person.displayName })} send={t(`exception.send.${decision}`)} pending={decide.isPending} error={decide.error} onSend={send} onClose={onClose}>
      <Field id={`${id}-decision`} label={t('exception.decision')}>
        <Select {...control(`${id}-decision`)} value={decision} onChange={(event) => setDecision(event.target.value as DecideException['decision'])}>
          <option value="assigned">{t('exception.assigned')}</option>
          <option value="skipped">{t('exception.skipped')}</option>
        </Select>
      </Field>
      {decision === 'assigned' && <DayField id={`${id}-due`} label={t('field.dueOn')} wrong={wrong.includes('dueOn') ? t('wrong.day') : undefined} min={today()} value={dueOn} onChange={setDueOn} />}
      <ReasonField id={`${id}-note`} label={t(decision === 'assigned' ? 'exception.note' : 'exception.reason')} wrong={wrong.includes('note') ? t('wrong.reason') : undefined} value={note} onChange={setNote} />
    </FormDialog>
  );
}
