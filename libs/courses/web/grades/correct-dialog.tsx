import type { GradedAttempt } from '@zhixing/courses/contract';
import { control, Field, Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCorrectGrade } from './api.ts';
import styles from './grades.module.css';

/** Asks for the right grade and the reason, and says what will and will not change by it. */
export function CorrectDialog({ courseId, attempt, onClose }: { courseId: string; attempt: GradedAttempt | undefined; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const correct = useCorrectGrade(courseId);
  const footer = <><Button size="large" onClick={onClose}>{t('draft.cancel')}</Button><Button size="large" type="primary" htmlType="submit" form={id} loading={correct.isPending}>{t('grades.send')}</Button></>;
  return (
    <Sheet open={attempt !== undefined} side="middle" title={t('grades.correct')} footer={footer} onClose={onClose}>
      {attempt && (
        <CorrectForm
          key={attempt.id} id={id} attempt={attempt} error={correct.error}
          onSend={(line) => correct.mutate({ ...line, attemptId: attempt.id }, { onSuccess: ({ fellBelow }) => { toast.success(t(fellBelow ? 'grades.doneBelow' : 'grades.done')); onClose(); } })}
        />
      )}
    </Sheet>
  );
}

function CorrectForm({ id, attempt, error, onSend }: { id: string; attempt: GradedAttempt; error: unknown; onSend: (line: { key: string; score: number; reason: string }) => void }) {
  const { t } = useTranslation('courses');
  const [key] = useState(() => crypto.randomUUID());
  const [written, setWritten] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const score = Number(written);
  const valid = written.trim() !== '' && Number.isInteger(score) && score >= 0 && score <= 100;
  const wrongScore = asked && !valid ? t('grades.scoreWrong') : undefined;
  const wrongReason = asked && !reason.trim() ? t('grades.reasonMissing') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (valid && reason.trim()) onSend({ key, score, reason: reason.trim() });
    else document.getElementById(valid ? `${id}-reason` : `${id}-score`)?.focus();
  };
  return (
    <form id={id} className={styles.form} noValidate onSubmit={send}>
      <p className={styles.note}><span lang="zh-CN">{attempt.person.displayName} · {attempt.lesson}</span> · {t('grades.stands', { score: attempt.correction?.score ?? attempt.score, passMark: attempt.passMark })}</p>
      <p className={styles.note}>{t('grades.what')}</p>
      <Field id={`${id}-score`} label={t('grades.score')} hint={t('grades.scoreHint', { passMark: attempt.passMark })} error={wrongScore}>
        <input {...control(`${id}-score`, wrongScore, true)} type="number" min={0} max={100} step={1} required value={written} onChange={(event) => setWritten(event.target.value)} />
      </Field>
      <Field id={`${id}-reason`} label={t('grades.reason')} hint={t('grades.reasonHint')} error={wrongReason}>
        <textarea {...control(`${id}-reason`, wrongReason, true)} rows={3} maxLength={500} required lang="zh-CN" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {error !== null && <Refusal error={error} />}
    </form>
  );
}
