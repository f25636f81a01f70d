import FlagFilled from '@ant-design/icons/FlagFilled';
import FlagOutlined from '@ant-design/icons/FlagOutlined';
import type { PaperQuestion } from '@zhixing/courses/contract';
import { useTranslation } from 'react-i18next';
import { ContentText, InlineText } from '../markdown/content-text.tsx';
import styles from './question.module.css';

/** A question of the paper: its stem, its choices as native radios or checkboxes, a flag for later. */
export function Question({ question, number, chosen, marked, disabled, onChoose, onMark }: {
  question: PaperQuestion;
  number: number;
  chosen: string[];
  marked: boolean;
  disabled: boolean;
  onChoose: (choices: string[]) => void;
  onMark: () => void;
}) {
  const { t } = useTranslation('courses');
  const several = question.kind === 'multiple';
  const [head, stem] = [`head-${question.id}`, `stem-${question.id}`];
  // the order of the paper, whatever the order of the clicks
  const toggle = (key: string) => onChoose(question.choices.map((choice) => choice.key).filter((one) => (one === key ? !chosen.includes(key) : chosen.includes(one))));
  return (
    <fieldset id={`question-${number}`} tabIndex={-1} className={styles.question} aria-labelledby={`${head} ${stem}`} disabled={disabled}>
      <legend className={styles.legend} id={head}>{t('quiz.questionHead', { number, kind: t(`questionKind.${question.kind}`) })}</legend>
      <button type="button" className={`${styles.mark} ${marked ? styles.marked : ''}`} onClick={onMark}>
        {marked ? <FlagFilled aria-hidden /> : <FlagOutlined aria-hidden />}<span>{t(marked ? 'quiz.marked' : 'quiz.mark')}<span className="zx-only-read">{t('quiz.ofQuestion', { number })}</span></span>
      </button>
      <div id={stem} className={styles.stem}><ContentText text={question.stem} /></div>
      <div className={styles.choices}>
        {question.choices.map((choice, place) => (
          <label key={choice.key} className={styles.choice}>
            <input
              type={several ? 'checkbox' : 'radio'} name={question.id} className={styles.input} checked={chosen.includes(choice.key)}
              onChange={() => (several ? toggle(choice.key) : onChoose([choice.key]))}
            />
            <span className={styles.letter} aria-hidden>{letterOf(place)}</span>
            <span className={styles.words}><InlineText text={choice.text} /></span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A, B, C … for the place of a choice. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
