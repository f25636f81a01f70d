import type { PersonView } from '@zhixing/people/contract';
import { EmptyState, formatNumber, Panel, QueryView } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportsQuery } from './api.ts';
import type { CommandForm } from './command.ts';
import type { Forms } from './forms.ts';
import { departmentPath, personPath } from './paths.ts';
import styles from './person-tabs.module.css';
import { Timeline, type TimelineRow } from './timeline.tsx';
import { today } from './today.ts';

interface TabProps {
  person: PersonView;
  forms: Forms;
  open: (form: CommandForm) => void;
}

/** Who the person is and where they work today. */
export function Facts({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const fact = (key: string, value: React.ReactNode, lang?: string) => <div className={styles.fact}><dt>{t(`fact.${key}`)}</dt><dd lang={lang}>{value ?? t('fact.none')}</dd></div>;
  return (
    <Panel title={t('person.facts')}>
      <dl className={styles.facts}>
        {fact('staffNumber', person.staffNumber, 'en')}
        {fact('hrKey', person.hrKey, person.hrKey ? 'en' : undefined)}
        {fact('mail', person.mail, person.mail ? 'en' : undefined)}
        {fact('pinyin', person.pseudonymisedAt ? null : person.pinyin, person.pseudonymisedAt ? undefined : 'en')}
        {fact('department', person.department && <Link to={departmentPath(person.department.id)}>{person.department.name}</Link>, 'zh-CN')}
        {fact('position', person.position, 'zh-CN')}
        {fact('jobLevel', person.jobLevel, person.jobLevel ? 'zh-CN' : undefined)}
        {fact('reports', formatNumber(person.reports))}
      </dl>
    </Panel>
  );
}

/** Employment, places and leave, the newest first. */
export function History({ person, forms, open }: TabProps) {
  const { t } = useTranslation('people');
  const now = today();
  const leaves: TimelineRow[] = person.leaves.map((row) => ({
    key: row.id, from: row.from, until: row.until, what: t(`leave.${row.kind}`),
    extra: person.can.edit && row.from < now && (!row.until || row.until > now) && <Button size="small" onClick={() => open(forms.endLeave(person.id, row.id))}>{t('form.endLeave.submit')}</Button>,
  }));
  const places: TimelineRow[] = person.memberships.map((row) => ({
    key: row.from, from: row.from, until: row.until, what: <span lang="zh-CN">{[row.department.name, row.position.name, row.jobLevel?.name].filter(Boolean).join(' · ')}</span>,
  }));
  const employments: TimelineRow[] = person.employments.map((row) => ({ key: row.from, from: row.from, until: row.until, what: t(`employment.${row.kind}`) }));
  return (
    <div className={styles.panels}>
      <Panel title={t('person.places')}><Timeline rows={places} /></Panel>
      <Panel title={t('person.employments')}><Timeline rows={employments} /></Panel>
      <Panel title={t('person.leaves')}>{leaves.length ? <Timeline rows={leaves} /> : <p className={styles.nothing}>{t('person.noLeave')}</p>}</Panel>
    </div>
  );
}

/** Whom the person reports to, who reports to them, and to whom they lend that. */
export function Managers({ person, forms, open }: TabProps) {
  const { t } = useTranslation('people');
  const reports = useQuery(reportsQuery(person.id));
  const now = today();
  return (
    <div className={styles.panels}>
      <Panel title={t('person.managers')} extra={person.can.edit && <Button onClick={() => open(forms.addManager(person.id))}>{t('form.addManager.submit')}</Button>}>
        {person.managers.length === 0 ? <p className={styles.nothing}>{t('person.noManager')}</p> : (
          <Timeline rows={person.managers.map((row) => ({
            key: row.id, from: row.from, until: row.until,
            what: <><Link lang="zh-CN" to={personPath(row.manager.id)}>{row.manager.displayName}</Link> {t(row.delegated ? 'manager.delegated' : `manager.${row.kind}`)}</>,
            extra: person.can.edit && !row.delegated && (!row.until || row.until > now) && <Button size="small" onClick={() => open(forms.endManager(person.id, row.id))}>{t('form.endManager.submit')}</Button>,
          }))} />
        )}
      </Panel>
      <Panel title={t('person.reports')} extra={person.can.edit && person.reports > 0 && <Button onClick={() => open(forms.delegate(person.id))}>{t('form.delegate.submit')}</Button>}>
        {person.delegations.length > 0 && (
          <Timeline rows={person.delegations.map((row) => ({
            key: row.id, from: row.from, until: row.until, what: <>{t('person.delegated')} <Link lang="zh-CN" to={personPath(row.delegate.id)}>{row.delegate.displayName}</Link></>,
            extra: person.can.edit && row.until! > now && <Button size="small" onClick={() => open(forms.endDelegation(person.id, row.id))}>{t('form.endDelegation.submit')}</Button>,
          }))} />
        )}
        <QueryView query={reports} empty={({ items }) => items.length === 0 && <EmptyState drawing="team" title={t('person.noReports')} />}>
          {({ items }) => (
            <ul className={styles.reports}>
              {items.map((card) => <li key={`${card.id} ${card.kind}`}><Link lang="zh-CN" to={personPath(card.id)}>{card.displayName}</Link> <span lang="zh-CN" className={styles.quiet}>{card.position} · {card.department.name}</span> <span className={styles.quiet}>{t(`manager.${card.kind}`)}</span></li>)}
            </ul>
          )}
        </QueryView>
      </Panel>
    </div>
  );
}
