import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { formatInstant, StatusTag } from '@zhixing/platform/web';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStartAttempt } from '../api.ts';
import { isLive } from '../player/reading.ts';
import styles from './lobby.module.css';

/** Before the paper: what will be asked, what passes, how many tries are left, and how the tries before went. */
export function Lobby({ registration, lesson, onStart }: { registration: RegistrationView; lesson: LessonView; onStart: (attemptId: string) => void }) {
  const { t } = useTranslation('courses');
  const start = useStartAttempt(registration.id, lesson.key);
  if (lesson.rule.kind !== 'quiz') return null;
  const { questions, passMark, attempts } = lesson.rule;
  const live = isLive(registration);
  const passed = lesson.state === 'completed';
  const submitted = lesson.attempts.filter((attempt) => attempt.submittedAt !== null);
  const open = submitted.length < lesson.attempts.length;
  const none = lesson.attemptsLeft === 0;
  return (
    <div className={styles.lobby}>
      <dl className={styles.facts}>
        <Fact name={t('quiz.questions')}>{t('quiz.questionCount', { count: questions })}</Fact>
        <Fact name={t('quiz.passMark')}>{t('quiz.score', { score: passMark })}</Fact>
        <Fact name={t('quiz.attemptsLeft')}>{lesson.attemptsLeft === null ? t('quiz.unlimited') : t('quiz.attemptsOf', { left: lesson.attemptsLeft, limit: attempts })}</Fact>
      </dl>
      <ul className={styles.rules}>
        {(['saved', 'leave', 'best'] as const).map((rule) => <li key={rule}>{t(`quiz.rules.${rule}`)}</li>)}
      </ul>
      {live && (open || !none) && (
        <Button type={passed ? 'default' : 'primary'} size="large" loading={start.isPending} onClick={() => start.mutate(undefined, { onSuccess: ({ id }) => onStart(id) })}>
          {t(open ? 'quiz.goOn' : submitted.length === 0 ? 'quiz.start' : 'quiz.again')}
        </Button>
      )}
      {live && none && !open && !passed && <p className={styles.closed}>{t('quiz.noneLeft')}</p>}
      {!live && <p className={styles.closed}>{t('player.ended')}</p>}
      {submitted.length > 0 && (
        <section aria-labelledby="tries" className={styles.past}>
          <h2 id="tries" className={styles.heading}>{t('quiz.past')}</h2>
          <ul>
            {submitted.sort((one, other) => other.number - one.number).map((attempt) => (
              <li key={attempt.id} className={styles.try}>
                <span className={styles.number}>{t('quiz.number', { number: attempt.number })}</span>
                <span className={styles.when}>{formatInstant(attempt.submittedAt ?? attempt.startedAt)}</span>
                <span className={styles.score}>{t('quiz.score', { score: attempt.score ?? 0 })}</span>
                <StatusTag look={attempt.passed ? 'done' : 'failed'}>{t(attempt.passed ? 'quiz.passed' : 'quiz.failed')}</StatusTag>
                <Link to={`?attempt=${attempt.id}`} className={styles.view} aria-label={t('quiz.viewNumber', { number: attempt.number })}>{t('quiz.view')}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>;
