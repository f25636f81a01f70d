import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import type { AttemptView, LessonView, RegistrationView } from '@zhixing/courses/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Sheet } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeeper, useMarks } from './keep-answers.ts';
import { Navigator } from './navigator.tsx';
import styles from './paper.module.css';
import { Question } from './question.tsx';
import { SaveState } from './save-state.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

/** The paper of an open try. Every answer is saved by itself; submitting only ends the try. */
export function Paper({ registration, lesson, attempt }: { registration: RegistrationView; lesson: LessonView; attempt: AttemptView }) {
  const { t } = useTranslation('courses');
  const { keeper, answers, state, unsaved } = useKeeper(attempt);
  const { marks, toggle, forget } = useMarks(attempt.id);
  const [dialog, setDialog] = useState<'submit' | 'numbers' | null>(null);
  const places = attempt.questions.map((question, place) => ({ number: place + 1, answered: (answers[question.id]?.choices.length ?? 0) > 0, marked: marks.includes(question.id) }));
  const done = places.filter((place) => place.answered).length;
  const lead = (number: number) => {
    setDialog(null);
    // after the dialog has given the focus back
    requestAnimationFrame(() => {
      const question = document.getElementById(`question-${number}`);
      question?.scrollIntoView({ block: 'start' });
      question?.focus({ preventScroll: true });
    });
  };
  const numbers = <Navigator places={places} onChoose={lead} />;
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.questions}>
          {lesson.body !== '' && <Link to="?" className={styles.back}><ArrowLeftOutlined aria-hidden /> {t('quiz.toText')}</Link>}
          {attempt.questions.map((question, place) => (
            <Question
              key={question.id} question={question} number={place + 1} chosen={answers[question.id]?.choices ?? []} marked={marks.includes(question.id)} disabled={state === 'refused'}
              onChoose={(choices) => keeper.answer(question.id, choices)} onMark={() => toggle(question.id)}
            />
          ))}
        </div>
        <aside className={styles.aside} aria-label={t('quiz.navigator')}>
          <p className={styles.heading}>{t('quiz.answeredOf', { done, total: places.length })}</p>
          {numbers}
        </aside>
      </div>
      <div className={styles.foot}>
        <SaveState state={state} />
        <div className={styles.actions}>
          <Button className={styles.open} size="large" aria-haspopup="dialog" onClick={() => setDialog('numbers')}>{t('quiz.answeredShort', { done, total: places.length })}</Button>
          <Button type="primary" size="large" aria-haspopup="dialog" onClick={() => setDialog('submit')}>{t('quiz.submit')}</Button>
        </div>
      </div>
      <Sheet open={dialog === 'numbers'} side="bottom" title={t('quiz.answeredOf', { done, total: places.length })} onClose={() => setDialog(null)}>{numbers}</Sheet>
      <SubmitDialog
        open={dialog === 'submit'} registrationId={registration.id} lessonKey={lesson.key} attemptId={attempt.id} unsaved={unsaved}
        unanswered={places.filter((place) => !place.answered).map((place) => place.number)} marked={places.filter((place) => place.marked).map((place) => place.number)}
        flush={() => keeper.flush()} onLead={lead} onClose={() => setDialog(null)} onSubmitted={forget}
      />
    </>
  );
}
