import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import type { AttemptView, LessonView, RegistrationView } from '@zhixing/courses/contract';
import { formatInstant, ProgressBar } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useStartAttempt } from '../api.ts';
import { finishPath, lessonPath } from '../paths.ts';
import { Foot } from '../player/foot.tsx';
import lessonStyles from '../player/lesson.module.css';
import { isLive } from '../player/reading.ts';
import { AnsweredQuestion } from './answered-question.tsx';
import styles from './result.module.css';

/** What a submitted try came to: score, topics, every question with its explanation, and the way on. */
export function Result({ registration, lesson, attempt }: { registration: RegistrationView; lesson: LessonView; attempt: AttemptView }) {
  const { t } = useTranslation('courses');
  const [wrongOnly, setWrongOnly] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const passed = attempt.passed === true;
  const right = attempt.questions.filter((question) => question.result?.correct).length;
  const wrong = attempt.questions.length - right;
  const Icon = passed ? CheckCircleFilled : CloseCircleFilled;
  return (
    <>
      <div className={lessonStyles.body}>
        <div className={styles.result}>
          <section className={`${styles.verdict} ${passed ? styles.passed : styles.failed}`} aria-labelledby="verdict">
            <Icon aria-hidden className={styles.icon} />
            <div className={styles.words}>
              <h2 id="verdict" ref={heading} tabIndex={-1} className={styles.heading}>{t(passed ? 'quiz.resultPassed' : 'quiz.resultFailed')}</h2>
              <p className={styles.line}>{t('quiz.resultLine', { right, total: attempt.questions.length, passMark: attempt.passMark })}</p>
              <p className={styles.line}>{t('quiz.number', { number: attempt.number })}{attempt.submittedAt && ` · ${formatInstant(attempt.submittedAt)}`}</p>
              {attempt.regraded && <p className={styles.line}>{t('quiz.regraded', { score: attempt.regraded.score })}<span lang="zh-CN">{attempt.regraded.reason}</span></p>}
            </div>
            <p className={styles.score}><span className={styles.number}>{attempt.score}</span>{t('quiz.points')}</p>
          </section>
          <Actions registration={registration} lesson={lesson} attempt={attempt} />
          <section aria-labelledby="topics" className={styles.part}>
            <h2 id="topics" className={styles.title}>{t('quiz.byTopic')}</h2>
            <ul className={styles.topics}>
              {attempt.topics.map((topic) => (
                <li key={topic.topic} className={styles.topic}>
                  <span lang="zh-CN">{topic.topic}</span>
                  <ProgressBar percent={topic.total === 0 ? 0 : Math.floor((100 * topic.correct) / topic.total)} label={t('quiz.topicRight', { topic: topic.topic })} text={`${topic.correct} / ${topic.total}`} />
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="answers" className={styles.part}>
            <div className={styles.row}>
              <h2 id="answers" className={styles.title}>{t('quiz.answers')}</h2>
              {wrong > 0 && right > 0 && <label className={styles.only}><input type="checkbox" className={styles.box} checked={wrongOnly} onChange={() => setWrongOnly(!wrongOnly)} />{t('quiz.wrongOnly', { count: wrong })}</label>}
            </div>
            <ol>
              {attempt.questions.map((question, place) => (!wrongOnly || !question.result?.correct) && <li key={question.id}><AnsweredQuestion question={question} number={place + 1} /></li>)}
            </ol>
          </section>
        </div>
      </div>
      <Foot registration={registration} lesson={lesson} />
    </>
  );
}

/** One way on: the finish page, the next lesson, or another try. */
function Actions({ registration, lesson, attempt }: { registration: RegistrationView; lesson: LessonView; attempt: AttemptView }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [, setAddress] = useSearchParams();
  const start = useStartAttempt(registration.id, lesson.key);
  const lobby = <Button size="large" onClick={() => setAddress({})}>{t('quiz.backToLobby')}</Button>;
  if (registration.status === 'passed') {
    return (
      <div className={styles.actions}>
        <Button type="primary" size="large" onClick={() => void navigate(finishPath(registration.id))}>{t('player.result')}</Button>
        {lobby}
        <p className={styles.hint}>{t('quiz.allDone')}</p>
      </div>
    );
  }
  // the lesson may have been passed by an earlier, better try
  const on = (attempt.passed || lesson.state === 'completed') && lesson.nextKey;
  const again = isLive(registration) && !attempt.passed && attempt.attemptsLeft !== 0;
  return (
    <div className={styles.actions}>
      {on && <Button type="primary" size="large" onClick={() => void navigate(lessonPath(registration.id, on))}>{t('player.next')}</Button>}
      {again && (
        <Button type={on ? 'default' : 'primary'} size="large" loading={start.isPending} onClick={() => start.mutate(undefined, { onSuccess: ({ id }) => { setAddress({ attempt: id }); window.scrollTo(0, 0); } })}>
          {t('quiz.again')}
        </Button>
      )}
      {lobby}
      {again && attempt.attemptsLeft !== null && <p className={styles.hint}>{t('quiz.left', { count: attempt.attemptsLeft })}</p>}
      {!attempt.passed && attempt.attemptsLeft === 0 && <p className={styles.hint}>{t('quiz.noneLeft')}</p>}
    </div>
  );
}
