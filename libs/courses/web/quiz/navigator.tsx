import FlagFilled from '@ant-design/icons/FlagFilled';
import { useTranslation } from 'react-i18next';
import styles from './navigator.module.css';

/** What the navigator says of a question. */
export interface Place { number: number; answered: boolean; marked: boolean }

/** The numbers of all questions: answered, not answered, marked; a press leads to the question. */
export function Navigator({ places, onChoose }: { places: Place[]; onChoose: (number: number) => void }) {
  const { t } = useTranslation('courses');
  return (
    <nav aria-label={t('quiz.navigator')}>
      <ol className={styles.numbers}>
        {places.map(({ number, answered, marked }) => (
          <li key={number}>
            <button
              type="button" className={`${styles.number} ${answered ? styles.answered : ''}`} onClick={() => onChoose(number)}
              aria-label={t('quiz.place', { number, state: [t(answered ? 'quiz.answered' : 'quiz.unanswered'), ...(marked ? [t('quiz.marked')] : [])].join(t('comma')) })}
            >
              {number}{marked && <FlagFilled aria-hidden className={styles.flag} />}
            </button>
          </li>
        ))}
      </ol>
      <p aria-hidden className={styles.legend}>
        <span><i className={styles.sample} />{t('quiz.unanswered')}</span>
        <span><i className={`${styles.sample} ${styles.answered}`} />{t('quiz.answered')}</span>
        <span><FlagFilled className={styles.sampleFlag} />{t('quiz.marked')}</span>
      </p>
    </nav>
  );
}
