import type { DueRule, EarlierCompletion } from '@zhixing/plans/contract';
import { control, Field, Select } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { DueExamples, dueSentence, LEAP_YEAR } from '../components/due-rule.tsx';
import { addDays, today } from '../days.ts';
import type { StepProps } from './step.ts';
import styles from './wizard.module.css';

const BEGIN: Record<DueRule['kind'], () => DueRule> = {
  fixed: () => ({ kind: 'fixed', on: addDays(today(), 30) }),
  after: () => ({ kind: 'after', amount: 30, unit: 'day', from: 'match' }),
  yearly: () => ({ kind: 'yearly', month: 12, day: 15, opensDaysBefore: 60 }),
};

/** Until when: the rule, what it says in words, what it comes to; and who counts as having done it before. */
export function DueStep({ draft, wrong, active, onChange }: StepProps) {
  const { t } = useTranslation('plans');
  const { due } = draft;
  const put = (next: DueRule) => onChange({ due: next });
  return (
    <>
      <fieldset className={styles.fieldset} disabled={active}>
        <legend className="zx-only-read">{t('field.due')}</legend>
        {active && <p className={styles.note}>{t('field.dueFixed')}</p>}
        <Field id="due-kind" label={t('field.dueKind')}>
          <Select {...control('due-kind')} value={due.kind} onChange={(event) => put(BEGIN[event.target.value as DueRule['kind']]())}>
            {(['fixed', 'after', 'yearly'] as const).map((kind) => <option key={kind} value={kind}>{t(`dueKind.${kind}`)}</option>)}
          </Select>
        </Field>
        <DueFields due={due} wrong={wrong.due && t(wrong.due)} onChange={put} />
        <DayField id="starts-on" label={t('field.startsOn')} hint={t('field.startsOnHint')} wrong={wrong.startsOn && t(wrong.startsOn)} value={draft.startsOn} onChange={(startsOn) => onChange({ startsOn })} />
      </fieldset>
      <div className={styles.means}><p className={styles.sentence}>{dueSentence(due)}</p><DueExamples due={due} /></div>
      <Field id="minimum" label={t('field.minimumDays')} hint={t('field.minimumDaysHint')} {...(wrong.minimumDays && { error: t(wrong.minimumDays) })}>
        <input {...control('minimum', wrong.minimumDays, true)} type="number" min={0} max={365} value={Number.isNaN(draft.minimumDays) ? '' : draft.minimumDays} onChange={(event) => onChange({ minimumDays: event.target.valueAsNumber })} />
      </Field>
      <Field id="earlier" label={t('field.earlier')} hint={t(`earlierHint.${draft.earlier}`)}>
        <Select {...control('earlier', undefined, true)} value={draft.earlier} onChange={(event) => onChange({ earlier: event.target.value as EarlierCompletion })}>
          {(['accept', 'ask', 'ignore'] as const).map((one) => <option key={one} value={one}>{t(`earlier.${one}`)}</option>)}
        </Select>
      </Field>
      {draft.earlier !== 'ignore' && (
        <Field id="earlier-months" label={t('field.earlierMonths')}>
          <Select {...control('earlier-months')} value={String(draft.earlierMonths ?? '')} onChange={(event) => onChange({ earlierMonths: event.target.value ? Number(event.target.value) : null })}>
            <option value="">{t('audience.ever')}</option>
            {[...new Set([3, 6, 12, 24, 36, ...(draft.earlierMonths ? [draft.earlierMonths] : [])])].sort((a, b) => a - b).map((months) => <option key={months} value={months}>{t('audience.withinMonths', { count: months })}</option>)}
          </Select>
        </Field>
      )}
    </>
  );
}

function DueFields({ due, wrong, onChange }: { due: DueRule; wrong: string | undefined; onChange: (due: DueRule) => void }) {
  const { t } = useTranslation('plans');
  if (due.kind === 'fixed') return <DayField id="due-on" label={t('field.dueOn')} hint={t('field.dueOnHint')} wrong={wrong} value={due.on} onChange={(on) => onChange({ ...due, on })} />;
  if (due.kind === 'after') return (
    <Three>
      <Amount id="due-amount" label={t('field.amount')} value={due.amount} max={730} wrong={wrong} onChange={(amount) => onChange({ ...due, amount })} />
      <Choice id="due-unit" label={t('field.unit')} value={due.unit} options={[['day', t('unit.day')], ['month', t('unit.month')]]} onChange={(unit) => onChange({ ...due, unit })} />
      <Choice id="due-from" label={t('field.from')} value={due.from} options={[['match', t('from.match')], ['hire', t('from.hire')]]} onChange={(from) => onChange({ ...due, from })} />
    </Three>
  );
  const last = new Date(Date.UTC(LEAP_YEAR, due.month, 0)).getUTCDate();
  return (
    <Three>
      <Choice id="due-month" label={t('field.month')} value={String(due.month)} options={numbers(12).map((month) => [String(month), t('rule.month', { month })])} onChange={(month) => onChange({ ...due, month: Number(month), day: Math.min(due.day, new Date(Date.UTC(LEAP_YEAR, Number(month), 0)).getUTCDate()) })} />
      <Choice id="due-day" label={t('field.day')} value={String(due.day)} options={numbers(last).map((day) => [String(day), t('rule.dayOfMonth', { day })])} onChange={(day) => onChange({ ...due, day: Number(day) })} />
      <Amount id="due-opens" label={t('field.opens')} value={due.opensDaysBefore} max={364} wrong={wrong} onChange={(opensDaysBefore) => onChange({ ...due, opensDaysBefore })} />
    </Three>
  );
}

const numbers = (to: number): number[] => Array.from({ length: to }, (_, at) => at + 1);

const Three = ({ children }: { children: ReactNode }) => <div className={styles.three}>{children}</div>;

function Amount({ id, label, value, max, wrong, onChange }: { id: string; label: string; value: number; max: number; wrong: string | undefined; onChange: (value: number) => void }) {
  return <Field id={id} label={label} {...(wrong && { error: wrong })}><input {...control(id, wrong)} type="number" min={1} max={max} value={Number.isNaN(value) ? '' : value} onChange={(event) => onChange(event.target.valueAsNumber)} /></Field>;
}

function Choice<V extends string>({ id, label, value, options, onChange }: { id: string; label: string; value: V; options: (readonly [V, string])[]; onChange: (value: V) => void }) {
  return <Field id={id} label={label}><Select {...control(id)} value={value} onChange={(event) => onChange(event.target.value as V)}>{options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}</Select></Field>;
}
