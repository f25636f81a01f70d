import CheckOutlined from '@ant-design/icons/CheckOutlined';
import LockOutlined from '@ant-design/icons/LockOutlined';
import { coursePath, lessonPath } from '@zhixing/courses/web';
import type { PathItemView, PathStepView, PathView } from '@zhixing/plans/contract';
import { formatMinutes, localized, StatusTag } from '@zhixing/platform/web';
import { frameworkPath } from '@zhixing/skills/web';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './stepper.module.css';

/** The steps in their order: which are done, which one is next, what each asks for. */
export function Stepper({ path }: { path: PathView }) {
  const waitsFor = path.stepViews.find((step) => step.required && step.state === 'open')?.title ?? '';
  return <ol className={styles.steps}>{path.stepViews.map((step, at) => <Step key={step.key} step={step} place={at + 1} next={step.key === path.next} waitsFor={waitsFor} />)}</ol>;
}

function Step({ step, place, next, waitsFor }: { step: PathStepView; place: number; next: boolean; waitsFor: string }) {
  const { t } = useTranslation('plans');
  return (
    <li className={`${styles.step} ${styles[step.state]}`} {...(next && { 'aria-current': 'step' as const })}>
      <span className={`${styles.mark} ${next ? styles.next : ''}`} aria-hidden>{step.state === 'done' ? <CheckOutlined /> : step.state === 'locked' ? <LockOutlined /> : place}</span>
      <div className={styles.body}>
        <div className={styles.head}>
          <h3 className={styles.title} lang="zh-CN">{step.title}</h3>
          <StatusTag look={step.state === 'done' ? 'done' : step.state === 'locked' ? 'paused' : next ? 'running' : 'idle'} plain>{t(next ? 'paths.state.next' : `paths.state.${step.state}`)}</StatusTag>
        </div>
        {step.state === 'locked' && <p className={styles.rule}><Trans t={t} i18nKey="paths.lockedWhy" values={{ title: waitsFor }} components={{ title: <span lang="zh-CN" /> }} /></p>}
        <p className={styles.rule}>{[t(step.required ? 'mandatory' : 'optional'), ...(step.items.length > 1 ? [t(`paths.mode.${step.mode}`)] : [])].join(' · ')}</p>
        <ul className={styles.items}>{step.items.map((item, at) => <li key={at} className={styles.item}><Item item={item} locked={step.state === 'locked'} /></li>)}</ul>
      </div>
    </li>
  );
}

function Item({ item, locked }: { item: PathItemView; locked: boolean }) {
  const { t } = useTranslation('plans');
  const tick = <span className={item.satisfied ? styles.tick : styles.empty} aria-hidden>{item.satisfied && <CheckOutlined />}</span>;
  const state = <span className="zx-only-read">{t(item.satisfied ? 'paths.satisfied' : 'paths.missing')}</span>;
  if (item.kind === 'skill') return <>{tick}<span className={styles.what}><Link to={frameworkPath(item.skill.id)}>{localized(item.skill.name)}</Link>{state}</span><span className={styles.note}>{t('paths.skillNeeds', { level: item.level, current: item.current })}</span></>;
  if (!item.course) return <>{tick}<span className={styles.what}>{t('paths.hidden')}</span></>;
  const { id, title, minutes, registrationId } = item.course;
  return (
    <>
      {tick}
      <span className={styles.what}>{locked ? <span lang="zh-CN">{title}</span> : <Link to={registrationId && !item.satisfied ? lessonPath(registrationId) : coursePath(id)} lang="zh-CN">{title}</Link>}{state}</span>
      <span className={styles.note}>{formatMinutes(minutes)}</span>
    </>
  );
}
