import { Domain } from '@zhixing/courses/contract';
import { type MyNeeds, NeedPriority, ProposeNeed } from '@zhixing/plans/contract';
import { control, Field, Select, toast } from '@zhixing/platform/web';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { useProposeNeed } from './api.ts';
import styles from './annual-plan.module.css';

/** What the own department needs: what, for how many, why, how urgent. */
export function ProposeDialog({ open, onClose }: { open: MyNeeds['open']; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'courses']);
  const id = useId();
  const propose = useProposeNeed();
  const [idempotencyKey] = useState(() => v7());
  const [draft, setDraft] = useState({ planId: open[0]?.id ?? '', title: '', domain: 'llm-application' as Domain, people: '', why: '', priority: 'medium' as NeedPriority });
  const [checked, setChecked] = useState(false);
  const parsed = ProposeNeed.safeParse({ ...draft, people: draft.people.trim() === '' ? Number.NaN : Number(draft.people) });
  const wrong = new Set(checked && !parsed.success ? parsed.error.issues.map(({ path }) => String(path[0])) : []);
  const say = (field: string, words = field) => (wrong.has(field) ? t(`plans:annual.wrong.${words}`) : undefined);
  const noteOf = (error: string | undefined) => (error ? { error } : {});
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const send = () => {
    setChecked(true);
    if (parsed.success) propose.mutate({ idempotencyKey, body: parsed.data }, { onSuccess: () => { toast.success(t('plans:annual.needs.proposed')); onClose(); } });
  };
  return (
    <FormDialog title={t('plans:annual.needs.proposeTitle')} send={t('plans:annual.needs.propose')} pending={propose.isPending} error={propose.error} onSend={send} onClose={onClose}>
      <Field id={`${id}-plan`} label={t('plans:annual.needs.plan')}><Select {...control(`${id}-plan`)} value={draft.planId} onChange={(event) => change({ planId: event.target.value })}>{open.map((one) => <option key={one.id} value={one.id} lang="zh-CN">{t('plans:annual.heading', { department: one.department.name, year: one.year })}</option>)}</Select></Field>
      <Field id={`${id}-title`} label={t('plans:annual.needs.field.title')} {...noteOf(say('title'))}><input {...control(`${id}-title`, say('title'))} lang="zh-CN" maxLength={120} value={draft.title} onChange={(event) => change({ title: event.target.value })} /></Field>
      <Field id={`${id}-domain`} label={t('plans:annual.needs.field.domain')}><Select {...control(`${id}-domain`)} value={draft.domain} onChange={(event) => change({ domain: Domain.parse(event.target.value) })}>{Domain.options.map((one) => <option key={one} value={one}>{t(`courses:domain.${one}`)}</option>)}</Select></Field>
      <div className={styles.pair}>
        <Field id={`${id}-people`} label={t('plans:annual.needs.field.people')} {...noteOf(say('people'))}><input {...control(`${id}-people`, say('people'))} type="number" inputMode="numeric" min={1} value={draft.people} onChange={(event) => change({ people: event.target.value })} /></Field>
        <Field id={`${id}-priority`} label={t('plans:annual.needs.field.priority')}><Select {...control(`${id}-priority`)} value={draft.priority} onChange={(event) => change({ priority: NeedPriority.parse(event.target.value) })}>{NeedPriority.options.map((one) => <option key={one} value={one}>{t(`plans:annual.priority.${one}`)}</option>)}</Select></Field>
      </div>
      <ReasonField id={`${id}-why`} label={t('plans:annual.needs.field.why')} wrong={say('why', 'reason')} value={draft.why} onChange={(why) => change({ why })} />
    </FormDialog>
  );
}
