import { Id, listOf } from '@zhixing/platform/contract';
import { AssignDirectly, plansPages, TargetKind } from '@zhixing/plans/contract';
import { control, Field, holdEnterWhileComposing, PageHeader, Panel, Refusal, Select, toast, useSearchParameters } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { z } from 'zod';
import { useAssignDirectly } from '../assignments/api.ts';
import { DayField } from '../components/day-field.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { addDays, today } from '../days.ts';
import { AlreadyDue } from '../team/already-due.tsx';
import { PeopleField } from '../team/people-field.tsx';
import styles from '../team/team.module.css';
import { CoursePicker } from '../wizard/course-picker.tsx';
import { PathPicker } from '../wizard/path-picker.tsx';

const Address = z.object({ people: listOf(Id) });

/** A manager assigns a course or a path to people of their line: who, what, until when, why. Beside it stands what they owe already. */
export default function AssignPage() {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [{ people: personIds }, change] = useSearchParameters(Address);
  const assign = useAssignDirectly();
  const [idempotencyKey, setKey] = useState(() => v7());
  const [kind, setKind] = useState<TargetKind>('course');
  const [targetId, setTarget] = useState<string>();
  const [dueOn, setDueOn] = useState(() => addDays(today(), 30));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [mandatory, setMandatory] = useState(true);
  const [wrong, setWrong] = useState<string[]>([]);
  const error = (field: string, words: string) => (wrong.includes(field) ? t(words) : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = AssignDirectly.safeParse({ target: { kind, id: targetId }, personIds, dueOn, reason, note, mandatory });
    setWrong([...(body.error?.issues.map((issue) => String(issue.path[0])) ?? []), ...(dueOn < today() ? ['dueOn'] : [])]);
    if (!body.success) return;
    assign.mutate({ idempotencyKey, body: body.data }, {
      onSuccess: () => { toast.success(t('assign.done', { count: personIds.length })); void navigate(plansPages.team.path); },
      onError: () => setKey(v7()),
    });
  };
  const targetWrong = error('target', 'wrong.target');
  const Picker = kind === 'path' ? PathPicker : CoursePicker;
  return (
    <>
      <PageHeader title={t('assign.title')} context={t('assign.context')} back={{ to: plansPages.team.path, label: t('team.title') }} />
      <div className={styles.columns}>
        <Panel title={t('assign.title')} hideTitle>
          <form className={styles.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
            <PeopleField personIds={personIds} wrong={error('personIds', 'wrong.people')} onChange={(next) => change({ people: next })} />
            <Field id="assign-target-kind" label={t('field.targetKind')}>
              <Select {...control('assign-target-kind')} value={kind} onChange={(event) => { setKind(TargetKind.parse(event.target.value)); setTarget(undefined); }}>{TargetKind.options.map((one) => <option key={one} value={one}>{t(`targetKind.${one}`)}</option>)}</Select>
            </Field>
            <Field id="assign-target" label={t(`targetKind.${kind}`)} {...(targetWrong && { error: targetWrong })}><Picker id="assign-target" label={t(`targetKind.${kind}`)} value={targetId} invalid={!!targetWrong} onChange={setTarget} /></Field>
            <DayField id="assign-due" label={t('field.dueOn')} hint={t('field.dueOnHint')} wrong={error('dueOn', 'wrong.due')} min={today()} value={dueOn} onChange={setDueOn} />
            <ReasonField id="assign-reason" label={t('field.reason')} hint={t('field.reasonHint')} wrong={error('reason', 'wrong.reason')} max={200} value={reason} onChange={setReason} />
            <ReasonField id="assign-note" label={t('assign.note')} value={note} onChange={setNote} />
            <Field id="assign-kind" label={t('field.mandatory')}>
              <Select {...control('assign-kind')} value={mandatory ? 'yes' : 'no'} onChange={(event) => setMandatory(event.target.value === 'yes')}>
                <option value="yes">{t('mandatory')}</option><option value="no">{t('optional')}</option>
              </Select>
            </Field>
            {assign.isError && <Refusal error={assign.error} />}
            <div className={styles.foot}><Button type="primary" size="large" htmlType="submit" loading={assign.isPending}>{t('assign.send')}</Button></div>
          </form>
        </Panel>
        <AlreadyDue personIds={personIds} />
      </div>
    </>
  );
}
