import { plansPages } from '@zhixing/plans/contract';
import { formatMinutes, formatPercent, Panel, ProgressBar } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathPath } from '../paths.ts';
import { aimQuery } from './api.ts';
import styles from './home-path.module.css';
import { NextLink, NextWords } from './next-link.tsx';

/** On one's home page: the path to the role one aims at, its steps in a row, and the next thing to do. Nothing for who is on none. */
export function HomePath() {
  const { t } = useTranslation('plans');
  const { path, aimed } = useQuery(aimQuery).data ?? {};
  if (!path) return null;
  return (
    <Panel title={t(aimed ? 'paths.homeTitle' : 'paths.homeOther')} context={<Link to={pathPath(path.id)} lang="zh-CN">{path.title}</Link>} extra={<Link to={plansPages.paths.path}>{t('paths.all')}</Link>} className={styles.panel}>
      <ProgressBar percent={path.percent} label={t('paths.progressOf', { title: path.title })} text={formatPercent(path.percent)} />
      <ol className={styles.row}>
        {path.stepViews.map((step) => (
          <li key={step.key} className={`${styles.step} ${styles[step.state]} ${step.key === path.next ? styles.next : ''}`} {...(step.key === path.next && { 'aria-current': 'step' as const })}>
            <span lang="zh-CN">{step.title}</span> <span className={styles.state}>{t(step.key === path.next ? 'paths.state.next' : `paths.state.${step.state}`)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <p className={styles.words}><NextWords path={path} /> {path.minutesLeft > 0 && <span className={styles.note}>{t('paths.left', { time: formatMinutes(path.minutesLeft) })}</span>}</p>
        <NextLink path={path} size="middle" />
      </div>
    </Panel>
  );
}
