import { type AssignmentView, CreateAssignment, EditAssignment, type PreviewAssignment } from '@zhixing/plans/contract';
import { AudienceRule } from '@zhixing/platform/contract';
import { holdEnterWhileComposing, Panel, Refusal, toast, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { z } from 'zod';
import { courseNamedQuery, previewQuery, useActivate, useCreateAssignment, useEditAssignment } from '../assignments/api.ts';
import { pathDraftQuery } from '../learning-paths/api.ts';
import { assignmentPath, editAssignmentPath } from '../paths.ts';
import { AudienceStep } from './audience-step.tsx';
import { CheckStep } from './check-step.tsx';
import { type Draft, draftOf, emptyDraft, type Step, STEPS, wrongOf } from './draft.ts';
import { DueStep } from './due-step.tsx';
import { RemindersStep } from './reminders-step.tsx';
import { isComplete } from './rule.ts';
import { Summary } from './summary.tsx';
import { TargetStep } from './target-step.tsx';
import styles from './wizard.module.css';

const Address = z.object({ step: z.enum(STEPS).default('target') });
const PAUSE = 400;

/**
 * The steps of an assignment. A new one is stored as a draft when its first step is left, and with every further step; an active one is stored
 * once, at the end, after its difference was seen.
 */
export function Wizard({ view }: { view?: AssignmentView }) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [{ step }, change] = useSearchParameters(Address);
  const [draft, setDraft] = useState<Draft>(() => (view ? draftOf(view) : emptyDraft()));
  const [checked, setChecked] = useState(false);
  const [idempotencyKey] = useState(() => v7());
  const create = useCreateAssignment();
  const edit = useEditAssignment(view?.id ?? '');
  const activate = useActivate(view?.id ?? '');
  const active = view?.state === 'active';
  const course = useQuery(courseNamedQuery(draft.target?.kind === 'course' ? draft.target.id : undefined)).data?.title;
  const path = useQuery({ ...pathDraftQuery(draft.target?.id ?? ''), enabled: draft.target?.kind === 'path' }).data?.draft.title;
  const named = draft.target?.kind === 'path' ? path : course;
  const complete = AudienceRule.safeParse(draft.audience).success && isComplete(draft.audience);
  const preview = useQuery(previewQuery(usePaused(complete ? questionOf(draft, active || step === 'check' ? view : undefined) : undefined)));
  const wrong = checked ? wrongOf(step, draft) : {};
  const busy = create.isPending || edit.isPending;
  const to = (next: Step) => { setChecked(false); change({ step: next }, { push: true }); };
  const put = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));

  const leave = (next: Step) => {
    setChecked(true);
    if (Object.keys(wrongOf(step, draft)).length > 0) return;
    if (active) to(next);
    else if (view) edit.mutate({ revision: view.revision, changes: EditAssignment.parse(draft) }, { onSuccess: () => to(next) });
    else create.mutate({ idempotencyKey, body: CreateAssignment.parse(draft) }, { onSuccess: ({ id }) => void navigate(`${editAssignmentPath(id)}?step=${next}`, { replace: true }) });
  };
  const go = (affected: number | undefined) => {
    if (!view) return;
    const { target: _, due: __, startsOn: ___, ...changes } = draft;
    if (active) edit.mutate({ revision: view.revision, changes: EditAssignment.parse(changes) }, { onSuccess: () => { toast.success(t('check.saved')); void navigate(`${assignmentPath(view.id)}?tab=runs`); } });
    else activate.mutate(affected, { onSuccess: () => { toast.success(t('check.activated')); void navigate(assignmentPath(view.id)); } });
  };
  const place = STEPS.indexOf(step);
  const shared = { draft, wrong, active, onChange: put };
  return (
    <div className={styles.columns}>
      <Steps step={step} reachable={view !== undefined} onStep={leave} />
      <Panel title={t('step.title', { place: place + 1, name: t(`step.${step}`) })} context={t(`stepHint.${step}`)}>
        <div className={styles.form} onKeyDownCapture={holdEnterWhileComposing}>
          {step === 'target' && <TargetStep {...shared} named={named} />}
          {step === 'audience' && <AudienceStep {...shared} preview={complete ? preview.data : undefined} />}
          {step === 'due' && <DueStep {...shared} />}
          {step === 'reminders' && <RemindersStep {...shared} />}
          {step === 'check' && <CheckStep draft={draft} difference={preview.data?.difference ?? undefined} unseen={preview.data?.unseen ?? 0} active={active} pending={activate.isPending || edit.isPending} error={activate.error ?? edit.error} onBack={() => to('reminders')} onGo={go} />}
          {step !== 'check' && (create.error ?? edit.error) && <Refusal error={create.error ?? edit.error} />}
          {step !== 'check' && (
            <div className={styles.foot}>
              {place > 0 && <Button size="large" onClick={() => to(STEPS[place - 1]!)}>{t('step.back')}</Button>}
              <Button type="primary" size="large" loading={busy} onClick={() => leave(STEPS[place + 1]!)}>{t(active ? 'step.next' : 'step.save')}</Button>
            </div>
          )}
        </div>
      </Panel>
      <Summary draft={draft} named={named} showDifference={step !== 'check'} preview={complete ? preview.data : undefined} complete={complete} waiting={preview.isFetching} error={preview.error} />
    </div>
  );
}

/** The question of whom the draft means; with target and due rule also what that would change: against what is stored once that is all there is. */
const questionOf = ({ audience, target, due, minimumDays, earlier, earlierMonths }: Draft, view: AssignmentView | undefined): PreviewAssignment => ({
  audience, due, earlier, earlierMonths, minimumDays: minimumDays || 0, ...(target && { target }), ...(view && { assignmentId: view.id }),
});

/** A value once it has not changed for a moment. */
function usePaused<T>(value: T): T {
  const written = JSON.stringify(value) ?? '';
  const [paused, setPaused] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(written), PAUSE);
    return () => clearTimeout(timer);
  }, [written]);
  return useMemo(() => (paused ? (JSON.parse(paused) as T) : (undefined as T)), [paused]);
}

function Steps({ step, reachable, onStep }: { step: Step; reachable: boolean; onStep: (step: Step) => void }) {
  const { t } = useTranslation('plans');
  return (
    <nav aria-label={t('step.steps')} className={styles.steps}>
      <ol>
        {STEPS.map((one, at) => (
          <li key={one}>
            <button type="button" className={`${styles.step} ${one === step ? styles.current : ''}`} aria-current={one === step ? 'step' : undefined} disabled={!reachable && one !== step} onClick={() => onStep(one)}>
              <span aria-hidden className={styles.number}>{at + 1}</span>{t(`step.${one}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
