import type { ObligationView } from '@zhixing/plans/contract';
import { formatDay, formatInstant, formatMinutes } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { targetPath } from '../paths.ts';
import styles from './obligation.module.css';

/** What is to be learned, until when exactly, and because of what. */
export function Facts({ obligation: { target, mandatory, dueOn, zone, assignment, assignedOn, startedAt, completedAt, remindedAt } }: { obligation: ObligationView }) {
  const { t } = useTranslation('plans');
  return (
    <dl className={styles.facts}>
      <Fact name={t(`targetKind.${target.kind}`)}><Link to={targetPath(target)} lang="zh-CN">{target.title}</Link></Fact>
      <Fact name={t('facts.minutes')}>{formatMinutes(target.minutes)}</Fact>
      <Fact name={t('facts.due')}>{t('due.tooltip', { day: formatDay(dueOn), zone: zone === 'Asia/Shanghai' ? t('due.beijing') : zone })}</Fact>
      <Fact name={t('facts.kind')}>{t(mandatory ? 'mandatory' : 'optional')}</Fact>
      <Fact name={t('facts.assignment')}><span lang="zh-CN">{assignment.title}</span>{assignment.cycle && <> {t('facts.cycle', { cycle: assignment.cycle })}</>}</Fact>
      <Fact name={t(`mine.by.${assignment.origin}`)}><span lang="zh-CN">{assignment.owner.displayName}</span></Fact>
      <Fact name={t('facts.assignedOn')}>{formatDay(assignedOn)}</Fact>
      {startedAt && <Fact name={t('facts.startedAt')}>{formatInstant(startedAt)}</Fact>}
      {completedAt && <Fact name={t('facts.completedAt')}>{formatInstant(completedAt)}</Fact>}
      {remindedAt && <Fact name={t('facts.remindedAt')}>{formatInstant(remindedAt)}</Fact>}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>;
