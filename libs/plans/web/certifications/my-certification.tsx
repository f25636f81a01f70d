import type { MyCertification } from '@zhixing/plans/contract';
import { formatDay, Notice, Refusal, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';
import { daysUntil } from '../days.ts';
import { useDecideEarly, useWithdrawCertificate } from './api.ts';
import styles from './certifications.module.css';
import { SubmitDialog } from './submit-dialog.tsx';
import { CycleStateTag, periodOf, untilOf } from './words.tsx';

/** One certification as it concerns me: how it stands, until when, and what to do about it. */
export function MyCertificationRow({ one }: { one: MyCertification }) {
  const { t } = useTranslation('plans');
  const { certification, required, state, cycles, early, submitted } = one;
  const newest = cycles.find((cycle) => !cycle.revoked);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title} lang="zh-CN">{certification.title}</h2>
          <p className={styles.small}><span lang="zh-CN">{certification.issuer}</span> · {periodOf(certification.months)}{required && <> · <b>{t('certification.requiredOfMe')}</b></>}</p>
        </div>
        {(state ?? required) && <CycleStateTag state={state ?? (cycles.length > 0 ? 'revoked' : 'missing')} />}
      </div>
      {newest && state && (
        <p className={styles.until}>
          {t(state === 'expired' ? 'certification.wasValid' : 'certification.isValid', { day: untilOf(newest.validUntil) })}
          {newest.validUntil && state !== 'expired' && <span className={styles.small}> {t('certification.daysLeft', { count: daysUntil(newest.validUntil) })}</span>}
          {state === 'valid' && newest.windowOpensOn && <span className={styles.small}> · {t('certification.windowFrom', { day: formatDay(newest.windowOpensOn) })}</span>}
        </p>
      )}
      {early && <Early title={certification.title} early={early} until={newest?.validUntil ?? null} />}
      {submitted && <Submitted submitted={submitted} />}
      <div className={styles.actions}>
        <Act one={one} />
        {cycles.length > 0 && <History cycles={cycles} />}
      </div>
    </li>
  );
}

/** The one thing to do: learn and renew, or hand in the next document. */
function Act({ one: { certification, required, state, submitted } }: { one: MyCertification }) {
  const { t } = useTranslation('plans');
  const [submitting, setSubmitting] = useState(false);
  const to = certification.course ? `/courses/${certification.course.id}` : '';
  const learn = useLinkClickHandler<HTMLElement>(to);
  const due = state === null ? required : state !== 'valid';
  if (certification.course) return state !== 'valid' || due ? <Button type={due ? 'primary' : 'default'} href={to} onClick={learn}>{t(state === null ? 'certification.start' : 'certification.renew')}<span className="zx-only-read" lang="zh-CN"> {certification.title}</span></Button> : null;
  if (submitted?.state === 'waiting') return null;
  return (
    <>
      <Button type={due ? 'primary' : 'default'} aria-haspopup="dialog" onClick={() => setSubmitting(true)}>{t(state === null ? 'certification.submit' : 'certification.submitNext')}<span className="zx-only-read" lang="zh-CN"> {certification.title}</span></Button>
      {submitting && <SubmitDialog external={[{ id: certification.id, title: certification.title }]} onClose={() => setSubmitting(false)} />}
    </>
  );
}

/** The course was completed before the window: what renewing now gives and costs. */
function Early({ title, early: { id, completedOn, validUntil, lost }, until }: { title: string; early: NonNullable<MyCertification['early']>; until: string | null }) {
  const { t } = useTranslation('plans');
  const decide = useDecideEarly();
  const send = (decision: 'accepted' | 'declined') => decide.mutate({ id, decision }, { onSuccess: () => toast.success(t(`certification.early.${decision}`)) });
  return (
    <Notice look="warned" title={t('certification.early.title')}>
      <p>{t('certification.early.what', { completed: formatDay(completedOn), until: formatDay(validUntil), instead: untilOf(until), count: lost })}</p>
      <div className={styles.actions}>
        <Button type="primary" loading={decide.isPending && decide.variables.decision === 'accepted'} onClick={() => send('accepted')}>{t('certification.early.accept')}<span className="zx-only-read" lang="zh-CN"> {title}</span></Button>
        <Button loading={decide.isPending && decide.variables.decision === 'declined'} onClick={() => send('declined')}>{t('certification.early.decline')}<span className="zx-only-read" lang="zh-CN"> {title}</span></Button>
      </div>
      {decide.isError && <Refusal error={decide.error} />}
    </Notice>
  );
}

/** A document that waits for its check, or was returned. */
function Submitted({ submitted: { id, number, state, note, submittedAt, fileName } }: { submitted: NonNullable<MyCertification['submitted']> }) {
  const { t } = useTranslation('plans');
  const withdraw = useWithdrawCertificate();
  const waiting = state === 'waiting';
  return (
    <Notice look={waiting ? 'info' : 'warned'} title={t(waiting ? 'certification.waits' : 'certification.wasReturned')}>
      <p>{t('certification.numberOf', { number })} · <a href={`/api/v1/external-certificates/${id}/document`} download={fileName} lang="zh-CN">{fileName}</a> · {formatDay(submittedAt)}</p>
      {!waiting && note && <p>{t('certification.because')} <span lang="zh-CN">{note}</span></p>}
      {waiting && <div className={styles.actions}><Button loading={withdraw.isPending} onClick={() => withdraw.mutate(id, { onSuccess: () => toast.success(t('certification.withdrawn')) })}>{t('certification.withdraw')}</Button></div>}
      {withdraw.isError && <Refusal error={withdraw.error} />}
    </Notice>
  );
}

function History({ cycles }: Pick<MyCertification, 'cycles'>) {
  const { t } = useTranslation('plans');
  return (
    <details className={styles.history}>
      <summary>{t('certification.cycles', { count: cycles.length })}</summary>
      <ul>
        {cycles.map((cycle) => (
          <li key={cycle.id}>
            {t('certification.cycle', { number: cycle.number, from: formatDay(cycle.validFrom), until: untilOf(cycle.validUntil) })}
            {cycle.reference && <> · <span lang="en">{cycle.reference}</span></>}
            {cycle.imported && <> · {t('certification.imported')}</>}
            {cycle.gapDays > 0 && <> · {t('certification.gap', { count: cycle.gapDays })}</>}
            {cycle.revoked && <> · {t('certification.revokedOn', { day: formatDay(cycle.revoked.on) })} <span lang="zh-CN">{cycle.revoked.reason}</span></>}
          </li>
        ))}
      </ul>
    </details>
  );
}
