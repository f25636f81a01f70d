import { useMe } from '@zhixing/access/web';
import type { AssignmentView } from '@zhixing/plans/contract';
import { formatDay, Panel } from '@zhixing/platform/web';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler } from 'react-router';
import { DueExamples, dueSentence } from '../components/due-rule.tsx';
import { editAssignmentPath, targetPath } from '../paths.ts';
import styles from './assignment.module.css';

/** The whole assignment in words; changing it shows the difference first. */
export function RulePanel({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('plans');
  const revises = useMe().permissions.includes('assignment:administer') && view.can.edit;
  const edit = useLinkClickHandler<HTMLElement>(editAssignmentPath(view.id));
  return (
    <Panel title={t('tab.rule')} context={t('ruleOf.context', { revision: view.revision })} extra={revises && <Button href={editAssignmentPath(view.id)} onClick={edit}>{t('ruleOf.edit')}</Button>}>
      <dl className={styles.facts}>
        <Fact name={t(`targetKind.${view.target.kind}`)}><Link to={targetPath(view.target)} lang="zh-CN">{view.target.title}</Link></Fact>
        <Fact name={t('field.reason')}><span lang="zh-CN">{view.reason}</span></Fact>
        <Fact name={t('step.audience')} wide><span lang={document.documentElement.lang}>{view.audienceWords}</span></Fact>
        <Fact name={t('ruleOf.scope')}>{view.scope === null ? t('ruleOf.wholeBank') : <span lang="zh-CN">{view.scope.map(({ name }) => name).join('、')}</span>}</Fact>
        <Fact name={t('field.due')}>{dueSentence(view.due)}<DueExamples due={view.due} /></Fact>
        <Fact name={t('field.startsOn')}>{formatDay(view.startsOn)}</Fact>
        <Fact name={t('field.minimumDays')}>{t('ruleOf.days', { count: view.minimumDays })}</Fact>
        <Fact name={t('field.mandatory')}>{t(view.mandatory ? 'mandatory' : 'optional')}</Fact>
        <Fact name={t('field.earlier')}>{t(`earlier.${view.earlier}`)}{view.earlierMonths !== null && view.earlier !== 'ignore' && ` · ${t('audience.withinMonths', { count: view.earlierMonths })}`}</Fact>
        <Fact name={t('field.nominations')}>{view.nominations ? t('ruleOf.nominations', { quota: view.nominations.quota, day: formatDay(view.nominations.until) }) : t('ruleOf.noNominations')}</Fact>
        {view.description && <Fact name={t('field.description')} wide><span lang="zh-CN">{view.description}</span></Fact>}
      </dl>
    </Panel>
  );
}

const Fact = ({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) => <div className={`${styles.fact} ${wide ? styles.wide : ''}`}><dt>{name}</dt><dd>{children}</dd></div>;
