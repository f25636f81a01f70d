import { ChangeClass, type PublishVersion } from '@zhixing/courses/contract';
import { control, Field, Select } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { administeredCoursesQuery } from '../api.ts';
import styles from './change-form.module.css';

/** What the author says of a change: its class, what is different, whether lessons may be carried over, and the delta course of a material one. */
export function ChangeForm({ courseId, value, wrong, onChange }: { courseId: string; value: PublishVersion; wrong: boolean; onChange: (value: PublishVersion) => void }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const error = wrong ? t('change.missing') : undefined;
  return (
    <div className={styles.form}>
      <fieldset className={styles.classes} aria-describedby={error && `${id}-missing`}>
        <legend className={styles.legend}>{t('change.legend')}</legend>
        {ChangeClass.options.map((one) => (
          <label key={one} className={styles.class}>
            <input type="radio" name={`${id}-class`} required checked={value.change === one} onChange={() => onChange({ ...value, change: one, deltaCourseId: one === 'material' ? value.deltaCourseId : null })} />
            <span><span className={styles.name}>{t(`change.${one}.name`)}</span><span className={styles.what}>{t(`change.${one}.what`)}</span></span>
          </label>
        ))}
        {error && <p id={`${id}-missing`} role="alert" className={styles.wrong}>{error}</p>}
      </fieldset>
      <Field id={`${id}-note`} label={t('change.note')} hint={t('change.noteHint')}>
        <textarea {...control(`${id}-note`, undefined, true)} rows={2} maxLength={300} lang="zh-CN" value={value.note} onChange={(event) => onChange({ ...value, note: event.target.value })} />
      </Field>
      {value.change === 'material' && <Delta id={`${id}-delta`} courseId={courseId} value={value.deltaCourseId} onChange={(deltaCourseId) => onChange({ ...value, deltaCourseId })} />}
      <label className={styles.class}>
        <input type="checkbox" checked={value.carryOver} onChange={() => onChange({ ...value, carryOver: !value.carryOver })} />
        <span><span className={styles.name}>{t('change.carryOver')}</span><span className={styles.what}>{t('change.carryOverWhat')}</span></span>
      </label>
    </div>
  );
}

function Delta({ id, courseId, value, onChange }: { id: string; courseId: string; value: string | null; onChange: (courseId: string | null) => void }) {
  const { t } = useTranslation('courses');
  const courses = useQuery(administeredCoursesQuery).data?.items.filter((one) => one.id !== courseId) ?? [];
  return (
    <Field id={id} label={t('change.delta')} hint={t('change.deltaHint')}>
      <Select {...control(id, undefined, true)} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('change.noDelta')}</option>
        {courses.map((one) => <option key={one.id} value={one.id} lang="zh-CN">{one.title}</option>)}
      </Select>
    </Field>
  );
}
