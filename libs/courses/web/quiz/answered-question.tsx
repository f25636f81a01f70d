import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import type { PaperQuestion } from '@zhixing/courses/contract';
import { StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { ContentText, InlineText } from '../markdown/content-text.tsx';
import styles from './answered-question.module.css';
import { letterOf } from './question.tsx';

/** A graded question: what was chosen, what is right, and why. In a `preview` nobody answered it. */
export function AnsweredQuestion({ question, number, preview = false }: { question: PaperQuestion; number: number; preview?: boolean }) {
  const { t } = useTranslation('courses');
  const { result } = question;
  if (!result) return null;
  const letters = (keys: string[]) => question.choices.flatMap((choice, place) => (keys.includes(choice.key) ? [letterOf(place)] : [])).join(t('comma')) || t('quiz.unanswered');
  return (
    <article className={styles.question} aria-labelledby={`stem-${question.id}`}>
      <p className={styles.head}>
        <span>{t('quiz.questionHead', { number, kind: t(`questionKind.${question.kind}`) })}</span>
        <span lang="zh-CN" className={styles.topic}>{question.topic}</span>
        {!preview && <StatusTag look={result.correct ? 'done' : 'failed'}>{t(result.correct ? 'quiz.right' : question.answer.length === 0 ? 'quiz.unanswered' : 'quiz.wrong')}</StatusTag>}
      </p>
      <div id={`stem-${question.id}`} className={styles.stem}><ContentText text={question.stem} /></div>
      <ul className={styles.choices}>
        {question.choices.map((choice, place) => {
          const [right, mine, why] = [result.correctChoices.includes(choice.key), question.answer.includes(choice.key), result.choiceExplanations[choice.key]];
          return (
            <li key={choice.key} className={`${styles.choice} ${right ? styles.right : mine ? styles.wrong : ''}`}>
              <span className={styles.icon}>{right ? <CheckCircleFilled aria-hidden /> : mine ? <CloseCircleFilled aria-hidden /> : null}</span>
              <span className={styles.letter} aria-hidden>{letterOf(place)}</span>
              <div className={styles.words}>
                <InlineText text={choice.text} />
                {why && <div className={styles.why}><ContentText text={why} /></div>}
              </div>
              {(right || mine) && <span className={styles.what}>{[...(mine ? [t('quiz.mine')] : []), ...(right ? [t('quiz.correct')] : [])].join(t('comma'))}</span>}
            </li>
          );
        })}
      </ul>
      {!preview && <p className={styles.summary}>{t('quiz.answerLine', { mine: letters(question.answer), right: letters(result.correctChoices) })}</p>}
      {result.explanation && <div className={styles.explanation}><p className={styles.label}>{t('quiz.explanation')}</p><ContentText text={result.explanation} /></div>}
    </article>
  );
}
