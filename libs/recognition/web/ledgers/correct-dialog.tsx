import { control, Field, Refusal, Select, Sheet, toast } from '@zhixing/platform/web';
import { HoursKind } from '@zhixing/recognition/contract';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCorrectHours } from '../api.ts';
import form from '../administration/decision-dialog.module.css';

/** Adds a line to somebody's ledger of hours, with a reason. */
export function CorrectDialog({ personId, year, onClose }: { personId: string; year: number | undefined; onClose: () => void }) {
  const { t } = useTranslation('recognition');
  const id = useId();
  const correct = useCorrectHours(personId);
  return (
    <Sheet
      open={year !== undefined} side="middle" title={t('correct.title')} onClose={onClose}
      footer={<><Button size="large" onClick={onClose}>{t('decide.cancel')}</Button><Button size="large" type="primary" htmlType="submit" form={id} loading={correct.isPending}>{t('correct.send')}</Button></>}
    >
      {year !== undefined && (
        <CorrectForm
          id={id} year={year} error={correct.error}
          onSend={(line) => correct.mutate(line, { onSuccess: () => { toast.success(t('correct.done')); onClose(); } })}
        />
      )}
    </Sheet>
  );
}

type Line = Parameters<ReturnType<typeof useCorrectHours>['mutate']>[0];

function CorrectForm({ id, year, error, onSend }: { id: string; year: number; error: unknown; onSend: (line: Line) => void }) {
  const { t } = useTranslation('recognition');
  // one key for one form: sent twice, it counts once
  const [key] = useState(() => crypto.randomUUID());
  const [line, setLine] = useState({ kind: 'other' as HoursKind, minutes: '', on: `${year}-01-01`, reason: '' });
  const [asked, setAsked] = useState(false);
  const minutes = Number(line.minutes);
  const wrongMinutes = asked && (!Number.isInteger(minutes) || minutes === 0) ? t('correct.minutesWrong') : undefined;
  const wrongReason = asked && !line.reason.trim() ? t('decide.reasonMissing') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Number.isInteger(minutes) && minutes !== 0 && line.reason.trim() && line.on) onSend({ key, kind: line.kind, minutes, on: line.on, reason: line.reason.trim() });
  };
  return (
    <form id={id} className={form.form} noValidate onSubmit={send}>
      <p className={form.note}>{t('correct.note')}</p>
      <Field id={`${id}-kind`} label={t('correct.kind')}>
        <Select {...control(`${id}-kind`)} value={line.kind} onChange={(event) => setLine({ ...line, kind: HoursKind.parse(event.target.value) })}>
          {HoursKind.options.map((one) => <option key={one} value={one}>{t(`hours.kind.${one}`)}</option>)}
        </Select>
      </Field>
      <Field id={`${id}-minutes`} label={t('correct.minutes')} hint={t('correct.minutesHint')} error={wrongMinutes}>
        <input {...control(`${id}-minutes`, wrongMinutes, true)} type="number" step={1} required value={line.minutes} onChange={(event) => setLine({ ...line, minutes: event.target.value })} />
      </Field>
      <Field id={`${id}-on`} label={t('correct.on')}>
        <input {...control(`${id}-on`)} type="date" required min={`${year}-01-01`} max={`${year}-12-31`} value={line.on} onChange={(event) => setLine({ ...line, on: event.target.value })} />
      </Field>
      <Field id={`${id}-reason`} label={t('decide.reason')} hint={t('decide.reasonHint')} error={wrongReason}>
        <textarea {...control(`${id}-reason`, wrongReason, true)} rows={3} maxLength={500} required lang="zh-CN" value={line.reason} onChange={(event) => setLine({ ...line, reason: event.target.value })} />
      </Field>
      {error !== null && <Refusal error={error} />}
    </form>
  );
}
