import type { Difference } from '@zhixing/plans/contract';
import { control, Field, formatNumber, Notice, Refusal } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferenceView } from '../assignments/difference-view.tsx';
import { daysUntil, today } from '../days.ts';
import { type Draft, STEPS, wrongOf } from './draft.ts';
import styles from './wizard.module.css';

/** What would happen, what stands against it, and the last word; more than 2 % of the staff need the number typed. */
export function CheckStep({ draft, difference, unseen, active, pending, error, onBack, onGo }: {
  draft: Draft;
  difference: Difference | undefined;
  /** People of the audience who may not see the target. */
  unseen: number;
  active: boolean;
  pending: boolean;
  error: unknown;
  onBack: () => void;
  onGo: (affected: number | undefined) => void;
}) {
  const { t } = useTranslation('plans');
  const [typed, setTyped] = useState('');
  const missing = STEPS.filter((step) => Object.keys(wrongOf(step, draft)).length > 0);
  const conflicts = conflictsOf(draft, difference, unseen);
  // a changed rule waits for its number on the page of the assignment, where the run is
  const asks = !active && difference?.needsConfirmation === true;
  const agreed = !asks || typed.trim() === String(difference.affected);
  return (
    <>
      {missing.length > 0 && <Notice look="failed" title={t('check.missing', { steps: missing.map((step) => t(`step.${step}`)).join(t('history.and')) })} />}
      {conflicts.map(({ key, count }) => <Notice key={key} look="warned" title={t(`conflict.${key}`, { count: count ?? 0 })} />)}
      {missing.length === 0 && conflicts.length === 0 && <Notice look="info" title={t('check.fine')} />}
      {difference && <section className={styles.means} aria-label={t('difference.title')}><h3 className={styles.legend}>{t('difference.title')}</h3><DifferenceView difference={difference} /></section>}
      {asks && (
        <Field id="confirm" label={t('check.type', { number: difference.affected })} hint={t('check.why', { affected: formatNumber(difference.affected), staff: formatNumber(difference.staff) })}>
          <input {...control('confirm', undefined, true)} inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      {active && difference?.needsConfirmation && <Notice look="info" title={t('check.waits', { affected: formatNumber(difference.affected) })} />}
      {error !== null && error !== undefined && <Refusal error={error} />}
      <div className={styles.foot}>
        <Button size="large" onClick={onBack}>{t('step.back')}</Button>
        <Button type="primary" size="large" disabled={missing.length > 0 || !agreed || !difference} loading={pending} onClick={() => onGo(asks ? difference.affected : undefined)}>{t(active ? 'check.save' : 'check.activate')}</Button>
      </div>
    </>
  );
}

/** What does not fit together, to be seen before anybody is told. */
function conflictsOf({ due, minimumDays, startsOn }: Draft, difference: Difference | undefined, unseen: number): { key: string; count?: number }[] {
  const begins = startsOn > today() ? startsOn : today();
  return [
    ...(due.kind === 'fixed' && due.on < begins ? [{ key: 'past' }] : []),
    ...(due.kind === 'fixed' && due.on >= begins && daysUntil(due.on, begins) < minimumDays ? [{ key: 'short', count: daysUntil(due.on, begins) }] : []),
    ...(due.kind === 'after' && due.unit === 'day' && due.amount < minimumDays ? [{ key: 'tooShort', count: due.amount }] : []),
    ...(due.kind === 'yearly' && due.opensDaysBefore < minimumDays ? [{ key: 'tooShort', count: due.opensDaysBefore }] : []),
    ...(difference?.matched === 0 ? [{ key: 'nobody' }] : []),
    ...(unseen > 0 ? [{ key: 'unseen', count: unseen }] : []),
    ...(difference && difference.exceptions > 0 ? [{ key: 'exceptions', count: difference.exceptions }] : []),
  ];
}
