import { type ClassView, plansPages, type SaveClass } from '@zhixing/plans/contract';
import { Domain } from '@zhixing/courses/contract';
import { control, Field, holdEnterWhileComposing, Notice, Panel, Refusal, Select, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { DayField } from '../components/day-field.tsx';
import { classPath } from '../paths.ts';
import { useCreateClass, useEditClass } from './api.ts';
import styles from './classes.module.css';
import { draftOf, freshClass, wrongOf } from './draft.ts';
import { CoursesFields, ProgrammeFields, QuotaFields } from './editor-parts.tsx';

/** Everything that is said of a class on one page: facts, programme, courses, nominations. */
export function ClassEditor({ view }: { view?: ClassView }) {
  const { t } = useTranslation(['plans', 'courses']);
  const id = useId();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<SaveClass>(() => (view ? draftOf(view) : freshClass()));
  const [checked, setChecked] = useState(false);
  const [idempotencyKey] = useState(() => v7());
  const create = useCreateClass();
  const edit = useEditClass(view?.id ?? '');
  const wrong = wrongOf(draft);
  const say = (place: string) => (checked && wrong.has(place) ? t(`plans:classes.wrong.${wrong.get(place)!}`) : undefined);
  const change = (more: Partial<SaveClass>) => setDraft({ ...draft, ...more });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.size) return;
    const done = (saved: { id: string }) => {
      toast.success(t('plans:classes.saved'));
      void navigate(classPath(saved.id));
    };
    if (view) edit.mutate({ revision: view.revision, body: draft }, { onSuccess: done });
    else create.mutate({ idempotencyKey, body: draft }, { onSuccess: done });
  };
  const error = create.error ?? edit.error;
  return (
    <form className={styles.stack} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
      <Panel title={t('plans:classes.section.facts')}>
        <div className={styles.form}>
          <Field id={`${id}-title`} label={t('plans:classes.field.title')} {...(say('title') && { error: say('title')! })}><input {...control(`${id}-title`, say('title'))} lang="zh-CN" maxLength={80} value={draft.title} onChange={(event) => change({ title: event.target.value })} /></Field>
          <Field id={`${id}-description`} label={t('plans:classes.field.description')}><textarea {...control(`${id}-description`)} lang="zh-CN" rows={3} maxLength={2000} value={draft.description} onChange={(event) => change({ description: event.target.value })} /></Field>
          <div className={styles.pair}>
            <DayField id={`${id}-starts`} label={t('plans:classes.field.startsOn')} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
            <DayField id={`${id}-ends`} label={t('plans:classes.field.endsOn')} value={draft.endsOn} min={draft.startsOn} wrong={say('endsOn')} onChange={(endsOn) => change({ endsOn })} />
            <Field id={`${id}-place`} label={t('plans:classes.field.place')}><input {...control(`${id}-place`)} lang="zh-CN" maxLength={120} value={draft.place} onChange={(event) => change({ place: event.target.value })} /></Field>
            <Field id={`${id}-capacity`} label={t('plans:classes.field.capacity')} {...(say('capacity') && { error: say('capacity')! })}><input {...control(`${id}-capacity`, say('capacity'))} type="number" min={1} max={500} value={draft.capacity || ''} onChange={(event) => change({ capacity: event.target.valueAsNumber || 0 })} /></Field>
            <Field id={`${id}-domain`} label={t('plans:classes.field.domain')}>
              <Select {...control(`${id}-domain`)} value={draft.domain} onChange={(event) => change({ domain: Domain.parse(event.target.value) })}>{Domain.options.map((one) => <option key={one} value={one}>{t(`courses:domain.${one}`)}</option>)}</Select>
            </Field>
          </div>
          <Field id={`${id}-homework`} label={t('plans:classes.field.homework')} hint={t('plans:classes.homeworkHint')}><textarea {...control(`${id}-homework`, undefined, true)} lang="zh-CN" rows={2} maxLength={2000} value={draft.homework} onChange={(event) => change({ homework: event.target.value })} /></Field>
        </div>
      </Panel>
      <ProgrammeFields draft={draft} say={say} onChange={change} />
      <CoursesFields draft={draft} say={say} onChange={change} />
      <QuotaFields draft={draft} say={say} onChange={change} />
      {checked && wrong.size > 0 && <Notice look="failed" title={t('plans:classes.wrong.some')} />}
      {error && <Refusal error={error} />}
      <div className={styles.foot}>
        <Button size="large" onClick={() => void navigate(view ? classPath(view.id) : plansPages.classAdministration.path)}>{t('plans:classes.back')}</Button>
        <Button size="large" type="primary" htmlType="submit" loading={create.isPending || edit.isPending}>{t('plans:classes.save')}</Button>
      </div>
    </form>
  );
}
