import { type CourseDraft, CourseFacts, CourseKind, Domain } from '@zhixing/courses/contract';
import { control, Field, holdEnterWhileComposing, Notice, Panel, Refusal, RequestError, Select, toast } from '@zhixing/platform/web';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftQuery, useEditDraft } from './api.ts';
import styles from './facts-form.module.css';
import { SkillsField } from './skills-field.tsx';

type TextFact = 'title' | 'summary' | 'teacher' | 'requirements' | 'description';

/** The facts of a course beside its lessons. What another person saved in between is never written over. */
export function FactsForm({ draft }: { draft: CourseDraft }) {
  const { t } = useTranslation('courses');
  const client = useQueryClient();
  const edit = useEditDraft(draft.courseId);
  const [facts, setFacts] = useState(() => ({ ...CourseFacts.parse(draft), outcomes: draft.outcomes.join('\n') }));
  const [errors, setErrors] = useState<Partial<Record<keyof CourseFacts, string>>>({});
  const set = <K extends keyof typeof facts>(name: K, value: (typeof facts)[K]) => setFacts({ ...facts, [name]: value });

  const save = (event: FormEvent) => {
    event.preventDefault();
    const checked = CourseFacts.safeParse({ ...facts, outcomes: facts.outcomes.split('\n').map((line) => line.trim()).filter(Boolean) });
    if (!checked.success) {
      const wrong = [...new Set(checked.error.issues.map((issue) => issue.path[0] as keyof CourseFacts))];
      setErrors(Object.fromEntries(wrong.map((name) => [name, t(`facts.wrong.${name}`)])));
      document.getElementById(`facts-${wrong[0]}`)?.focus();
      return;
    }
    setErrors({});
    edit.mutate({ facts: checked.data, revision: draft.revision }, { onSuccess: () => toast.success(t('facts.saved')) });
  };
  const text = (name: TextFact, rows = 0) => {
    const shared = { ...control(`facts-${name}`, errors[name], t(`facts.hint.${name}`)), value: facts[name], lang: 'zh-CN' };
    return (
      <Field id={`facts-${name}`} label={t(`facts.${name}`)} hint={t(`facts.hint.${name}`)} error={errors[name]}>
        {rows ? <textarea {...shared} rows={rows} onChange={(event) => set(name, event.target.value)} /> : <input {...shared} onChange={(event) => set(name, event.target.value)} />}
      </Field>
    );
  };
  const stale = edit.error instanceof RequestError && edit.error.status === 412;
  return (
    <Panel title={t('draft.tab.facts')} context={t('facts.context')}>
      <form className={styles.form} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        {text('title')}
        {text('summary', 2)}
        {text('description', 6)}
        <Field id="facts-outcomes" label={t('facts.outcomes')} hint={t('facts.hint.outcomes')} error={errors.outcomes}>
          <textarea {...control('facts-outcomes', errors.outcomes, true)} rows={5} lang="zh-CN" value={facts.outcomes} onChange={(event) => set('outcomes', event.target.value)} />
        </Field>
        <div className={styles.row}>
          <Field id="facts-domain" label={t('filter.domain')} error={errors.domain}>
            <Select {...control('facts-domain', errors.domain)} value={facts.domain} onChange={(event) => set('domain', Domain.parse(event.target.value))}>
              {Domain.options.map((domain) => <option key={domain} value={domain}>{t(`domain.${domain}`)}</option>)}
            </Select>
          </Field>
          <Field id="facts-level" label={t('filter.level')} error={errors.level}>
            <Select {...control('facts-level', errors.level)} value={facts.level} onChange={(event) => set('level', Number(event.target.value))}>
              {[1, 2, 3].map((level) => <option key={level} value={level}>{t(`level.${level}`)}</option>)}
            </Select>
          </Field>
          <Field id="facts-kind" label={t('filter.kind')} error={errors.kind}>
            <Select {...control('facts-kind', errors.kind)} value={facts.kind} onChange={(event) => set('kind', CourseKind.parse(event.target.value))}>
              {CourseKind.options.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
            </Select>
          </Field>
        </div>
        <SkillsField skills={facts.skills} error={errors.skills} onChange={(skills) => set('skills', skills)} />
        {text('teacher')}
        {text('requirements', 2)}
        <label className={styles.check}>
          <input type="checkbox" className={styles.box} checked={facts.minimumReading} onChange={(event) => set('minimumReading', event.target.checked)} />
          <span>{t('facts.minimumReading')}<small className={styles.small}>{t('facts.hint.minimumReading')}</small></span>
        </label>
        {stale
          ? <Notice look="warned" title={t('facts.stale')}><Button className={styles.reload} onClick={() => void client.invalidateQueries({ queryKey: draftQuery(draft.courseId).queryKey, exact: true })}>{t('facts.reload')}</Button></Notice>
          : edit.isError && <Refusal error={edit.error} />}
        <div><Button type="primary" size="large" htmlType="submit" disabled={!draft.can.edit} loading={edit.isPending}>{t('facts.save')}</Button></div>
      </form>
    </Panel>
  );
}
