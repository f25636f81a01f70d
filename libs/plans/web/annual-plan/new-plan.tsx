import { DepartmentPicker } from '@zhixing/people/web';
import type { PlanRow } from '@zhixing/plans/contract';
import { control, Field, Select, SkeletonBlock, toast } from '@zhixing/platform/web';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { FormDialog } from '../components/form-dialog.tsx';
import { today } from '../days.ts';
import { annualPlanPath } from '../paths.ts';
import { useMakePlan } from './api.ts';

/** A draft of a year and a department; the latest plan offers its department and its items. */
export function NewPlanDialog({ plans, onClose }: { plans: PlanRow[]; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const navigate = useNavigate();
  const make = useMakePlan();
  const [idempotencyKey] = useState(() => v7());
  const [latest] = plans;
  const [year, setYear] = useState(() => String(latest ? latest.year + 1 : today().slice(0, 4)));
  const [departmentId, setDepartment] = useState(latest?.department.id);
  const [copyOf, setCopyOf] = useState(latest?.id ?? '');
  const [checked, setChecked] = useState(false);
  const wrongYear = !/^2(0[2-9]\d|100)$/.test(year);
  const notes = { year: checked && wrongYear ? t('annual.wrong.year') : undefined, department: checked && !departmentId ? t('annual.wrong.department') : undefined };
  const send = () => {
    setChecked(true);
    if (!wrongYear && departmentId) make.mutate({ idempotencyKey, body: { year: Number(year), departmentId, ...(copyOf && { copyOf }) } }, { onSuccess: (made) => { toast.success(t('annual.made')); void navigate(annualPlanPath(made.id)); } });
  };
  return (
    <FormDialog title={t('annual.makeTitle')} send={t('annual.make')} pending={make.isPending} error={make.error} onSend={send} onClose={onClose}>
      <Field id={`${id}-year`} label={t('annual.year')} {...(notes.year && { error: notes.year })}><input {...control(`${id}-year`, notes.year)} type="number" inputMode="numeric" min={2020} max={2100} value={year} onChange={(event) => setYear(event.target.value)} /></Field>
      <Field id={`${id}-department`} label={t('annual.department')} {...(notes.department && { error: notes.department })}>
        <Suspense fallback={<SkeletonBlock height={40} />}><DepartmentPicker id={`${id}-department`} value={departmentId} onChange={setDepartment} /></Suspense>
      </Field>
      {plans.length > 0 && (
        <Field id={`${id}-copy`} label={t('annual.copyOf')} hint={t('annual.copyHint')}>
          <Select {...control(`${id}-copy`, undefined, true)} value={copyOf} onChange={(event) => setCopyOf(event.target.value)}>
            <option value="">{t('annual.copyNone')}</option>
            {plans.map((one) => <option key={one.id} value={one.id} lang="zh-CN">{t('annual.heading', { department: one.department.name, year: one.year })}</option>)}
          </Select>
        </Field>
      )}
    </FormDialog>
  );
}
