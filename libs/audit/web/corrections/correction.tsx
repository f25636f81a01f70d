import type { CorrectionView } from '@zhixing/audit/contract';
import { formatInstant, PersonLine, StatusTag } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './corrections.module.css';

/** One request with its answer. `showPerson` = whose it is; `action` answers it. */
export function Correction({ correction: one, showPerson = false, action }: { correction: CorrectionView; showPerson?: boolean; action?: ReactNode }) {
  const { t } = useTranslation('audit');
  return (
    <li className={styles.row}>
      {showPerson && (one.person ? <PersonLine person={one.person} showNumber /> : <span>{t('former')}</span>)}
      <div className={styles.words}>
        <p className={styles.head}><b>{one.about.title}</b> <StatusTag look={one.answer === null ? 'waiting' : 'done'}>{t(`correction.state.${one.answer === null ? 'open' : 'answered'}`)}</StatusTag></p>
        <p className={styles.text} lang="zh-CN">{one.text}</p>
        <p className={styles.facts}>{t('correction.askedAt', { time: formatInstant(one.createdAt) })}</p>
        {one.answer !== null && (
          <div className={styles.answer}>
            <p className={styles.text} lang="zh-CN">{one.answer}</p>
            <p className={styles.facts}>{one.answeredBy && <span lang="zh-CN">{one.answeredBy.displayName}</span>}{one.answeredBy && ' · '}{one.answeredAt && formatInstant(one.answeredAt)}</p>
          </div>
        )}
      </div>
      {action}
    </li>
  );
}
