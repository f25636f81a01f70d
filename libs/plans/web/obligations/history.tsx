import type { ObligationChange } from '@zhixing/plans/contract';
import { formatDay, formatInstant } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './obligation.module.css';

/** What happened to an obligation, the newest first: when, what, why, by whom. */
export function History({ changes }: { changes: ObligationChange[] }) {
  const { t } = useTranslation('plans');
  return (
    <ol className={styles.history}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.cause} ${change.dueOn} ${change.state}`} className={styles.change}>
          <p className={styles.line}><What change={change} /></p>
          <p className={styles.small}>
            <span>{formatInstant(change.at)}</span>
            <span>{t([`cause.${change.cause}`, 'cause.other'])}</span>
            {change.by && <span lang="zh-CN">{change.by.displayName}</span>}
          </p>
          {change.reason && <p className={styles.text} lang="zh-CN">{change.reason}</p>}
        </li>
      ))}
    </ol>
  );
}

function What({ change: { dueOn, state, mandatory } }: { change: ObligationChange }) {
  const { t } = useTranslation('plans');
  const words = [dueOn && t('history.due', { day: formatDay(dueOn) }), state && t(`history.state.${state}`), mandatory !== null && state === 'open' && t(mandatory ? 'history.mandatory' : 'history.optional')];
  return <>{words.filter(Boolean).join(t('history.and'))}</>;
}
