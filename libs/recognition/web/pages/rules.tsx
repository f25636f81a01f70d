import { control, ExportButton, Field, formatInstant, PageHeader, Panel, QueryView, Refusal, Skeleton, toast } from '@zhixing/platform/web';
import type { HoursRules, PointsRule } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursRulesQuery, pointsRulesQuery, useSetHoursRule, useSetPointsRule } from '../api.ts';
import styles from './rules.module.css';

/** What a year asks of everybody, and what earns points. Both hold for the future only. */
export default function RulesPage() {
  const { t } = useTranslation('recognition');
  const hours = useQuery(hoursRulesQuery);
  const points = useQuery(pointsRulesQuery);
  return (
    <>
      <PageHeader title={t('rules.title')} context={t('rules.context')} action={hours.data && <ExportButton personal kind="hours" parameters={{ year: hours.data.year }} label={t('rules.export', { year: hours.data.year })} />} />
      <div className={styles.columns}>
        <Panel title={t('rules.hours')} context={t('rules.hoursContext')}><QueryView query={hours} loading={<Skeleton lines={5} />}>{(rules) => <HoursPart rules={rules} />}</QueryView></Panel>
        <Panel title={t('rules.points')} context={t('rules.pointsContext')}><QueryView query={points} loading={<Skeleton lines={5} />}>{({ items }) => <ul>{items.map((rule) => <PointsPart key={`${rule.code} ${rule.validFrom}`} rule={rule} />)}</ul>}</QueryView></Panel>
      </div>
    </>
  );
}

function HoursPart({ rules: { items, year } }: { rules: HoursRules }) {
  const { t } = useTranslation('recognition');
  const set = useSetHoursRule();
  const now = items.find(({ since }) => since <= year) ?? items[0];
  const [form, setForm] = useState({ year: year + 1, hours: now?.hours ?? 0, formal: now?.formal ?? 0 });
  const send = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(form, { onSuccess: () => toast.success(t('rules.saved')) });
  };
  const field = (name: keyof typeof form, most: number, least = 0) => (
    <Field id={`rule-${name}`} label={t(`rules.field.${name}`)}>
      <input {...control(`rule-${name}`)} type="number" min={least} max={most} required value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.target.valueAsNumber || 0 })} />
    </Field>
  );
  return (
    <>
      <ul className={styles.rules}>{items.map(({ since, hours, formal }) => <li key={since}><span>{t('rules.since', { year: since })}</span><strong>{t('rules.wanted', { hours, formal })}</strong></li>)}</ul>
      <form className={styles.form} onSubmit={send}>
        {field('year', 2100, year)}
        {field('hours', 1000)}
        {field('formal', form.hours)}
        <Button type="primary" size="large" htmlType="submit" loading={set.isPending}>{t('rules.save')}</Button>
        {set.isError && <div className={styles.wide}><Refusal error={set.error} /></div>}
      </form>
    </>
  );
}

function PointsPart({ rule: { code, points, validFrom } }: { rule: PointsRule }) {
  const { t } = useTranslation('recognition');
  const set = useSetPointsRule();
  const [value, setValue] = useState(points);
  const send = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ code, points: value }, { onSuccess: () => toast.success(t('rules.saved')) });
  };
  return (
    <li>
      <form className={styles.point} onSubmit={send}>
        <div><p className={styles.name}>{t(`rule.${code}`)}</p><p className={styles.since}>{t('rules.from', { time: formatInstant(validFrom) })}</p></div>
        <Field id={`points-${code}`} label={t('rules.amount')}>
          <input {...control(`points-${code}`)} type="number" min={0} max={1000} required value={value} onChange={(event) => setValue(event.target.valueAsNumber || 0)} />
        </Field>
        <Button size="large" htmlType="submit" disabled={value === points} loading={set.isPending} aria-label={t('rules.saveRule', { rule: t(`rule.${code}`) })}>{t('rules.save')}</Button>
      </form>
    </li>
  );
}
