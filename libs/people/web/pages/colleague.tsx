import type { Colleague } from '@zhixing/people/contract';
import { PageHeader, Panel, PersonLine, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { colleagueQuery } from '../organisation/api.ts';
import styles from './colleague.module.css';

/** A colleague as everybody sees them: who and where they are, whom they report to. */
export default function ColleaguePage() {
  const { id } = useParams();
  return <QueryView query={useQuery(colleagueQuery(id!))} loading={<Skeleton lines={5} />}>{(person) => <Person key={person.id} person={person} />}</QueryView>;
}

function Person({ person }: { person: Colleague }) {
  const { t } = useTranslation('people');
  return (
    <>
      <PageHeader title={person.displayName} titleLanguage="zh-CN" context={<span lang="zh-CN">{person.department.name} · {person.position} · {person.staffNumber}</span>} />
      <div className={styles.panels}>
        <Panel title={t('colleague.managers')}>
          {person.managers.length === 0 ? <p className={styles.none}>{t('colleague.none')}</p> : (
            <ul className={styles.managers}>
              {person.managers.map((manager) => (
                <li key={`${manager.id} ${manager.kind}`}>
                  <Link to={`/people/${manager.id}`} className={styles.manager}><PersonLine person={manager} size={40} /></Link>
                  <span className={styles.kind}>{t(`manager.${manager.kind}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}
