import { control, Field, Notice } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { addDays, today } from '../days.ts';
import type { StepProps } from './step.ts';
import styles from './wizard.module.css';

const STAGES = ['assigned', 'before14', 'before7', 'before1', 'after1', 'after7', 'after14'] as const;

/** What people read beside the due date, when they are reminded, and whether managers may nominate. */
export function RemindersStep({ draft, wrong, onChange }: StepProps) {
  const { t } = useTranslation('plans');
  const { nominations } = draft;
  return (
    <>
      <Field id="description" label={t('field.description')} hint={t('field.descriptionHint')}>
        <textarea {...control('description', undefined, true)} lang="zh-CN" rows={5} maxLength={2000} value={draft.description} onChange={(event) => onChange({ description: event.target.value })} />
      </Field>
      <Notice look="info" title={t('reminders.title')}>
        <dl className={styles.stages}>{STAGES.map((stage) => <div key={stage} className={styles.stage}><dt>{t(`reminders.when.${stage}`)}</dt><dd>{t(`reminders.who.${stage}`)}</dd></div>)}</dl>
        <p className={styles.note}>{t('reminders.note')}</p>
      </Notice>
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>{t('field.nominations')}</legend>
        <label className={styles.check}>
          <input type="checkbox" checked={nominations !== null} onChange={(event) => onChange({ nominations: event.target.checked ? { quota: 3, until: addDays(today(), 14) } : null })} />
          <span>{t('field.nominationsOn')}</span>
        </label>
        {nominations && (
          <div className={styles.three}>
            <Field id="quota" label={t('field.quota')} {...(wrong.nominations && { error: t(wrong.nominations) })}>
              <input {...control('quota', wrong.nominations)} type="number" min={1} max={1000} value={Number.isNaN(nominations.quota) ? '' : nominations.quota} onChange={(event) => onChange({ nominations: { ...nominations, quota: event.target.valueAsNumber } })} />
            </Field>
            <DayField id="nominate-until" label={t('field.nominateUntil')} value={nominations.until} onChange={(until) => onChange({ nominations: { ...nominations, until } })} />
          </div>
        )}
      </fieldset>
    </>
  );
}
