import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import { RequestError, sentenceOf, Sheet } from '@zhixing/platform/web';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attemptQuery, useSubmitAttempt } from '../api.ts';
import styles from './submit-dialog.module.css';

/** Before submitting: which questions are unanswered, whether everything is saved. Submitting cannot be undone. */
export function SubmitDialog({ open, registrationId, lessonKey, attemptId, unanswered, marked, unsaved, flush, onLead, onClose, onSubmitted }: {
  open: boolean;
  registrationId: string;
  lessonKey: string;
  attemptId: string;
  unanswered: number[];
  marked: number[];
  unsaved: number;
  flush: () => Promise<boolean>;
  onLead: (number: number) => void;
  onClose: () => void;
  onSubmitted: () => void;
}) {
  const { t } = useTranslation('courses');
  const client = useQueryClient();
  const submit = useSubmitAttempt(registrationId, lessonKey);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const send = async () => {
    setWaiting(true);
    setProblem(null);
    try {
      if (!(await flush())) return setProblem(t('quiz.dialog.unsaved', { count: Math.max(1, unsaved) }));
      await submit.mutateAsync(attemptId);
      onSubmitted();
      window.scrollTo(0, 0);
    } catch (error) {
      // submitted on another device: its result is what there is to see
      if (error instanceof RequestError && error.code === 'courses.attempt_submitted') void client.invalidateQueries({ queryKey: attemptQuery(attemptId).queryKey });
      setProblem(sentenceOf(error));
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Sheet
      open={open} side="middle" title={t('quiz.dialog.title')} onClose={close}
      footer={(
        <>
          <Button size="large" onClick={close}>{t('quiz.dialog.back')}</Button>
          <Button size="large" type="primary" loading={waiting} onClick={() => void send()}>{t('quiz.dialog.submit')}</Button>
        </>
      )}
    >
      <p className={styles.line}>{unanswered.length === 0 ? t('quiz.dialog.all') : t('quiz.dialog.unanswered', { count: unanswered.length })}</p>
      <Numbers label={t('quiz.unanswered')} numbers={unanswered} onLead={onLead} />
      {marked.length > 0 && <p className={styles.line}>{t('quiz.dialog.marked', { count: marked.length })}</p>}
      <Numbers label={t('quiz.marked')} numbers={marked} onLead={onLead} />
      <p className={styles.small}>{t('quiz.dialog.final')}</p>
      {problem && <p role="alert" className={styles.problem}><ExclamationCircleOutlined aria-hidden />{problem}</p>}
    </Sheet>
  );
}

function Numbers({ label, numbers, onLead }: { label: string; numbers: number[]; onLead: (number: number) => void }) {
  const { t } = useTranslation('courses');
  if (numbers.length === 0) return null;
  return (
    <ul className={styles.numbers} aria-label={label}>
      {numbers.map((number) => <li key={number}><button type="button" className={styles.number} aria-label={t('quiz.dialog.goTo', { number })} onClick={() => onLead(number)}>{number}</button></li>)}
    </ul>
  );
}
