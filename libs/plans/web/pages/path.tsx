import type { PathView } from '@zhixing/plans/contract';
import { plansPages } from '@zhixing/plans/contract';
import { formatDay, formatInstant, formatMinutes, formatPercent, localized, PageHeader, Panel, ProgressBar, QueryView, Skeleton, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathQuery, useEnrol } from '../learning-paths/api.ts';
import { NextLink, NextWords } from '../learning-paths/next-link.tsx';
import styles from '../learning-paths/paths.module.css';
import { Stepper } from '../learning-paths/stepper.tsx';
import { obligationPath } from '../paths.ts';

/** One path: its steps, how far one is, and the one way on. */
export default function PathPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(pathQuery(id));
  const path = query.data;
  return (
    <>
      <PageHeader title={path?.title ?? localized(plansPages.paths.title)} {...(path && { titleLanguage: 'zh-CN' as const })} back={{ to: plansPages.paths.path, label: localized(plansPages.paths.title) }} context={path && <span lang="zh-CN">{path.description}</span>} />
      <QueryView query={query} loading={<Panel title={t('paths.stepsTitle')}><Skeleton lines={8} /></Panel>}>
        {(shown) => (
          <div className={styles.columns}>
            <Panel title={t('paths.stepsTitle')} context={t(shown.ordered ? 'paths.ordered' : 'paths.free')}><Stepper path={shown} /></Panel>
            <Standing path={shown} />
          </div>
        )}
      </QueryView>
    </>
  );
}

function Standing({ path }: { path: PathView }) {
  const { t } = useTranslation('plans');
  const enrol = useEnrol(path.id);
  const leave = () => enrol.mutate(false, { onSuccess: () => toast.undo(t('paths.left_'), () => enrol.mutate(true)) });
  return (
    <Panel title={path.owed?.cycle ? t('paths.standingOf', { year: path.owed.cycle }) : t('paths.standing')} extra={path.completedAt && <StatusTag look="done">{t('paths.completed')}</StatusTag>}>
      <dl className={styles.facts}>
        {path.profile && <><dt>{t('paths.role')}</dt><dd>{localized(path.profile.name)}</dd></>}
        {path.owed && <><dt>{t('paths.dueOn')}</dt><dd><Link to={obligationPath(path.owed.obligationId)}>{formatDay(path.owed.dueOn)}</Link></dd></>}
        <dt>{t('paths.required')}</dt><dd>{path.done} / {path.required}</dd>
        <dt>{t('paths.minutesLeft')}</dt><dd>{path.minutesLeft > 0 ? formatMinutes(path.minutesLeft) : '—'}</dd>
        {path.enrolledAt && <><dt>{t('paths.since')}</dt><dd>{formatInstant(path.enrolledAt)}</dd></>}
        {path.completedAt && <><dt>{t('paths.completedAt')}</dt><dd>{formatInstant(path.completedAt)}</dd></>}
        {path.completedBefore && <><dt>{t('paths.completedBefore')}</dt><dd>{formatInstant(path.completedBefore)}</dd></>}
      </dl>
      {path.owed?.cycle && <p className={styles.note}>{t('paths.everyYear', { year: path.owed.cycle })}</p>}
      {path.completedAt && path.percent < 100 && <p className={styles.note}>{t('paths.keptCompletion')}</p>}
      <ProgressBar percent={path.percent} label={t('paths.progressOf', { title: path.title })} text={formatPercent(path.percent)} />
      <div className={styles.buttons}>
        {path.enrolledAt || path.owed ? <><p className={styles.nextWords}><NextWords path={path} /></p><NextLink path={path} /></> : <Button type="primary" size="large" loading={enrol.isPending} onClick={() => enrol.mutate(true, { onSuccess: () => toast.success(t('paths.joined')) })}>{t('paths.join')}</Button>}
        {path.enrolledAt && !path.completedAt && !path.owed && <Button loading={enrol.isPending} onClick={leave}>{t('paths.leave')}</Button>}
      </div>
    </Panel>
  );
}
