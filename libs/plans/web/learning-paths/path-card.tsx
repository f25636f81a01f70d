import type { PathCard as Card } from '@zhixing/plans/contract';
import { formatMinutes, formatPercent, localized, ProgressBar, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathPath } from '../paths.ts';
import styles from './path-card.module.css';

/** A path as one stands to it: what it leads to, how long it takes, how far one is. */
export function PathCard({ path }: { path: Card }) {
  const { t } = useTranslation('plans');
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        {path.profile && <span className={styles.role}>{localized(path.profile.name)}</span>}
        <h3 className={styles.title}><Link to={pathPath(path.id)} lang="zh-CN">{path.title}</Link></h3>
        <p className={styles.words} lang="zh-CN">{path.description}</p>
      </div>
      <div className={styles.foot}>
        <p className={styles.facts}>
          <span>{t('paths.steps', { count: path.steps })}</span>
          {path.minutes > 0 && <span>{formatMinutes(path.minutes)}</span>}
          <span>{t('paths.people', { count: path.people })}</span>
        </p>
        {path.completedAt ? <StatusTag look="done">{t('paths.completed')}</StatusTag>
          : (path.enrolledAt || path.percent > 0) && <ProgressBar size="small" percent={path.percent} label={t('paths.progressOf', { title: path.title })} text={formatPercent(path.percent)} />}
      </div>
    </article>
  );
}
