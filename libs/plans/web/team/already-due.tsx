import { colleagueQuery } from '@zhixing/people/web';
import { formatMinutes, Panel, QueryView } from '@zhixing/platform/web';
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DueText } from '../components/due-text.tsx';
import { isOpen, ObligationStatusTag } from '../components/obligation-status.tsx';
import { overseenQuery } from '../obligations/api.ts';
import styles from './team.module.css';

/** What the chosen people owe already, so that nobody is given more than they can do. */
export function AlreadyDue({ personIds }: { personIds: string[] }) {
  const { t } = useTranslation('plans');
  const people = useQueries({ queries: personIds.map((id) => colleagueQuery(id)) });
  return (
    <Panel title={t('assign.already')} context={t('assign.alreadyWhy')}>
      {personIds.length === 0 ? <p className={styles.hint}>{t('assign.chooseFirst')}</p> : (
        <div className={styles.stack}>
          {personIds.map((id, at) => { const card = people[at]?.data; return card && <OwedBy key={id} personId={id} name={card.displayName} staffNumber={card.staffNumber} />; })}
        </div>
      )}
    </Panel>
  );
}

function OwedBy({ personId, name, staffNumber }: { personId: string; name: string; staffNumber: string }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(overseenQuery({ q: staffNumber, status: [] }));
  return (
    <section aria-label={name}>
      <h3 lang="zh-CN" className={styles.small}>{name}</h3>
      <QueryView query={query}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items).filter((row) => row.person.id === personId && isOpen(row.status));
          if (rows.length === 0) return <p className={styles.hint}>{t('assign.nothingDue')}</p>;
          return (
            <>
              <p className={styles.hint}>{t('assign.sum', { count: rows.length, time: formatMinutes(rows.reduce((sum, row) => sum + row.target.minutes, 0)) })}</p>
              <ul className={styles.list}>
                {rows.map((row) => <li key={row.id} className={styles.owed}><p lang="zh-CN">{row.target.title}</p><div className={styles.owedFacts}><DueText due={row} /><ObligationStatusTag status={row.status} plain /></div></li>)}
              </ul>
            </>
          );
        }}
      </QueryView>
    </section>
  );
}
