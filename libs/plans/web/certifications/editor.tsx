import { type CertificationView, plansPages, SaveCertification } from '@zhixing/plans/contract';
import { choicesQuery } from '@zhixing/people/web';
import { control, Field, holdEnterWhileComposing, Panel, Refusal, Select, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { certificationPath } from '../paths.ts';
import { Chosen } from '../wizard/chosen.tsx';
import { CoursePicker } from '../wizard/course-picker.tsx';
import { useCreateCertification, useEditCertification } from './api.ts';
import styles from './certifications.module.css';
import { SkillFields } from './skill-fields.tsx';

type Draft = Omit<SaveCertification, 'months'> & { months: string };

const draftOf = (view: CertificationView | undefined): Draft => ({
  title: view?.title ?? '', description: view?.description ?? '', kind: view?.kind ?? 'own', issuer: view?.issuer ?? '', courseId: view?.course?.id ?? null, months: view ? String(view.months ?? '') : '12',
  windowDays: view?.windowDays ?? 60, positionIds: view?.requiredOf.map((one) => one.id) ?? [], skills: view?.skills.map(({ skill, level }) => ({ skill, level })) ?? [],
});

/** Everything that is said of a certification: what it rests on, how long it holds, whose position requires it, what it is evidence of. */
export function CertificationEditor({ view }: { view?: CertificationView }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf(view));
  const [checked, setChecked] = useState(false);
  const [idempotencyKey] = useState(() => v7());
  const create = useCreateCertification();
  const edit = useEditCertification(view?.id ?? '');
  const positions = useQuery(choicesQuery).data?.positions ?? [];
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const body = SaveCertification.safeParse({ ...draft, courseId: draft.kind === 'own' ? draft.courseId : null, months: draft.months === '' ? null : Number(draft.months) });
  const wrong = new Set(checked ? body.error?.issues.map((issue) => String(issue.path[0])) : []);
  const say = (field: string) => (wrong.has(field) ? t(`certification.wrong.${field}`) : undefined);
  const error = (field: string) => { const said = say(field); return said ? { error: said } : {}; };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!body.success) return;
    const done = (saved: { id: string }) => { toast.success(t('certification.saved')); void navigate(certificationPath(saved.id)); };
    if (view) edit.mutate({ revision: view.revision, body: body.data }, { onSuccess: done });
    else create.mutate({ idempotencyKey, body: body.data }, { onSuccess: done });
  };
  const failure = create.error ?? edit.error;
  return (
    <form className={styles.stack} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
      <Panel title={t('certification.facts')}>
        <div className={styles.form}>
          <Field id={`${id}-title`} label={t('certification.name')} {...error('title')}><input {...control(`${id}-title`, say('title'))} lang="zh-CN" maxLength={80} value={draft.title} onChange={(event) => change({ title: event.target.value })} /></Field>
          <Field id={`${id}-description`} label={t('certification.description')}><textarea {...control(`${id}-description`)} lang="zh-CN" rows={3} maxLength={1000} value={draft.description} onChange={(event) => change({ description: event.target.value })} /></Field>
          <div className={styles.pair}>
            <Field id={`${id}-kind`} label={t('certification.kindTitle')} {...(view && { hint: t('certification.kindFixed') })}>
              <Select {...control(`${id}-kind`, undefined, view)} disabled={Boolean(view)} value={draft.kind} onChange={(event) => change({ kind: event.target.value as Draft['kind'] })}>
                <option value="own">{t('certification.kind.own')}</option><option value="external">{t('certification.kind.external')}</option>
              </Select>
            </Field>
            <Field id={`${id}-issuer`} label={t('certification.issuer')} {...error('issuer')}><input {...control(`${id}-issuer`, say('issuer'))} lang="zh-CN" maxLength={80} value={draft.issuer} onChange={(event) => change({ issuer: event.target.value })} /></Field>
            {draft.kind === 'own' && <Field id={`${id}-course`} label={t('certification.course')} hint={t('certification.courseHint')} {...error('courseId')}><CoursePicker id={`${id}-course`} value={draft.courseId ?? undefined} invalid={wrong.has('courseId')} onChange={(courseId) => change({ courseId: courseId ?? null })} /></Field>}
            <Field id={`${id}-months`} label={t('certification.months')} hint={t('certification.monthsHint')} {...error('months')}><input {...control(`${id}-months`, say('months'), true)} type="number" min={1} max={120} value={draft.months} onChange={(event) => change({ months: event.target.value })} /></Field>
            <Field id={`${id}-window`} label={t('certification.window')} hint={t('certification.windowHint')} {...error('windowDays')}><input {...control(`${id}-window`, say('windowDays'), true)} type="number" min={0} max={366} value={Number.isNaN(draft.windowDays) ? '' : draft.windowDays} onChange={(event) => change({ windowDays: event.target.valueAsNumber })} /></Field>
          </div>
        </div>
      </Panel>
      <Panel title={t('certification.requiredTitle')} context={t('certification.requiredWhat')}>
        <div className={styles.form}>
          <Select {...control(`${id}-position`)} aria-label={t('certification.addPosition')} value="" onChange={(event) => change({ positionIds: [...draft.positionIds, event.target.value] })}>
            <option value="">{t('pick.position')}</option>
            {positions.filter((one) => !draft.positionIds.includes(one.id)).map((one) => <option key={one.id} value={one.id} lang="zh-CN">{one.name}</option>)}
          </Select>
          <Chosen items={draft.positionIds.map((one) => ({ id: one, name: positions.find((position) => position.id === one)?.name ?? '…' }))} onRemove={(gone) => change({ positionIds: draft.positionIds.filter((one) => one !== gone) })} />
        </div>
      </Panel>
      <Panel title={t('certification.skillsTitle')} context={t('certification.skillsWhat')}><SkillFields skills={draft.skills} onChange={(skills) => change({ skills })} /></Panel>
      {failure && <Refusal error={failure} />}
      <div className={styles.foot}>
        <Button size="large" onClick={() => void navigate(view ? certificationPath(view.id) : plansPages.certificationAdministration.path)}>{t('certification.back')}</Button>
        <Button size="large" type="primary" htmlType="submit" loading={create.isPending || edit.isPending}>{t('certification.save')}</Button>
      </div>
    </form>
  );
}
