import { formatInstant, Panel } from '@zhixing/platform/web';
import type { CertificateCase, Decision } from '@zhixing/recognition/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { casePath } from '../paths.ts';
import styles from './history.module.css';

/** What was decided about a certificate, by whom and why, newest first. */
export function History({ certificate }: { certificate: CertificateCase }) {
  const { t } = useTranslation('recognition');
  const { revocation, reviews, replaces, replacedBy } = certificate;
  const decisions: [string, Decision][] = [
    ...(revocation ? [[t('history.revoked', { grounds: t(`grounds.${revocation.grounds}`) }), revocation] as [string, Decision]] : []),
    ...reviews.flatMap(({ opened, outcome, decided }): [string, Decision][] => [
      ...(outcome && decided ? [[t(`history.${outcome}`), decided] as [string, Decision]] : []),
      [t('history.opened'), opened],
    ]),
  ];
  decisions.sort(([, one], [, other]) => other.at.localeCompare(one.at));
  return (
    <Panel title={t('history.title')}>
      <ul className={styles.list}>
        {replacedBy && <li className={styles.entry}><p className={styles.what}>{t('history.replacedBy')} <Link to={casePath(replacedBy.id)} lang="en">{replacedBy.number}</Link></p></li>}
        {decisions.map(([what, { at, by, reason }]) => (
          <li key={`${at} ${what}`} className={styles.entry}>
            <p className={styles.what}>{what}</p>
            <p className={styles.reason} lang="zh-CN">{reason}</p>
            <p className={styles.facts}>{formatInstant(at)} · {by ? <span lang="zh-CN">{by.displayName}</span> : t('history.former')}</p>
          </li>
        ))}
        {replaces && (
          <li className={styles.entry}>
            <p className={styles.what}>{t('history.replaces')} <Link to={casePath(replaces.id)} lang="en">{replaces.number}</Link></p>
            <p className={styles.reason} lang="zh-CN">{replaces.reason}</p>
            <p className={styles.facts}>{replaces.by ? <span lang="zh-CN">{replaces.by.displayName}</span> : t('history.former')}</p>
          </li>
        )}
        {!decisions.length && !replaces && <li className={styles.none}>{t('history.none')}</li>}
      </ul>
    </Panel>
  );
}
