import { TargetKind } from '@zhixing/plans/contract';
import { control, Field, Select } from '@zhixing/platform/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../components/reason-field.tsx';
import { CoursePicker } from './course-picker.tsx';
import { PathPicker } from './path-picker.tsx';
import type { StepProps } from './step.ts';

/** What is to be learned, under which title, and why. */
export function TargetStep({ draft, wrong, active, named, onChange }: StepProps & { named: string | undefined }) {
  const { t } = useTranslation('plans');
  const [kind, setKind] = useState(draft.target?.kind ?? 'course');
  const choose = (id: string | undefined, title: string) => onChange({ target: id ? { kind, id } : null, ...(id && !draft.title.trim() && { title }) });
  const change = (next: TargetKind) => {
    setKind(next);
    onChange({ target: null });
  };
  const Picker = kind === 'path' ? PathPicker : CoursePicker;
  return (
    <>
      {!active && (
        <Field id="target-kind" label={t('field.targetKind')}>
          <Select {...control('target-kind')} value={kind} onChange={(event) => change(TargetKind.parse(event.target.value))}>{TargetKind.options.map((one) => <option key={one} value={one}>{t(`targetKind.${one}`)}</option>)}</Select>
        </Field>
      )}
      <Field id="target" label={t(`targetKind.${kind}`)} hint={active ? t('field.targetFixed') : t(`field.targetHint.${kind}`)} {...(wrong.target && { error: t(wrong.target) })}>
        {active ? <input {...control('target', undefined, true)} disabled lang="zh-CN" value={named ?? ''} readOnly /> : <Picker id="target" label={t(`targetKind.${kind}`)} value={draft.target?.id} invalid={!!wrong.target} onChange={choose} />}
      </Field>
      <Field id="title" label={t('field.title')} hint={t('field.titleHint')} {...(wrong.title && { error: t(wrong.title) })}>
        <input {...control('title', wrong.title, true)} lang="zh-CN" maxLength={80} value={draft.title} onChange={(event) => onChange({ title: event.target.value })} />
      </Field>
      <ReasonField id="reason" label={t('field.reason')} hint={t('field.reasonHint')} wrong={wrong.reason && t(wrong.reason)} max={200} value={draft.reason} onChange={(reason) => onChange({ reason })} />
      <Mandatory draft={draft} onChange={onChange} />
    </>
  );
}

function Mandatory({ draft, onChange }: Pick<StepProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('plans');
  return (
    <Field id="mandatory" label={t('field.mandatory')} hint={t('field.mandatoryHint')}>
      <Select {...control('mandatory', undefined, true)} value={draft.mandatory ? 'yes' : 'no'} onChange={(event) => onChange({ mandatory: event.target.value === 'yes' })}>
        <option value="yes">{t('mandatory')}</option>
        <option value="no">{t('optional')}</option>
      </Select>
    </Field>
  );
}
