import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import type { ImportWarning } from '@zhixing/courses/contract';
import { formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { groupWarnings } from './warnings.rules.ts';
import styles from './warnings.module.css';

/** What an import could not take over as it stands: by kind and subject, counted, every file and line in a group that opens. */
export function Warnings({ warnings }: { warnings: ImportWarning[] }) {
  const { t } = useTranslation('courses');
  if (warnings.length === 0) return <p className={styles.none}><CheckCircleOutlined aria-hidden className={styles.fine} /> {t('import.noWarnings')}</p>;
  return (
    <div className={styles.kinds}>
      {groupWarnings(warnings).map(({ kind, count, subjects }) => (
        <section key={kind} aria-labelledby={`warning-${kind}`}>
          <h3 id={`warning-${kind}`} className={styles.kind}>{t(`import.warning.${kind}.title`)}<span className={styles.count}>{formatNumber(count)}</span></h3>
          <p className={styles.what}>{t(`import.warning.${kind}.what`)}</p>
          {subjects.map(({ subject, places }) => (
            <details key={subject} className={styles.group}>
              <summary className={styles.summary}>
                <RightOutlined aria-hidden className={styles.arrow} />
                <code className={styles.subject} lang="en">{subject}</code>
                <span className={styles.times}>{t('import.places', { count: places.length })}</span>
              </summary>
              <ul className={styles.places}>
                {places.map((place, at) => (
                  <li key={at} className={styles.place}>
                    <code lang="en">{place.file}{place.line !== null && `:${place.line}`}</code><span lang={document.documentElement.lang}>{place.message}</span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
    </div>
  );
}
