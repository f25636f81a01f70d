import type { PersonRow } from '@zhixing/people/contract';
import { Avatar, TableBox, tableStyles, useNarrow } from '@zhixing/platform/web';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BulkBar } from '../bulk-changes/bulk-bar.tsx';
import type { BulkKind } from '../bulk-changes/bulk-forms.ts';
import { personPath } from './paths.ts';
import styles from './people-table.module.css';
import { PersonStateTag } from './state-tag.tsx';

interface ListProps {
  rows: PersonRow[];
  /** Whether people may be chosen. */
  edit: boolean;
  isChosen: (id: string) => boolean;
  choose: (ids: string[], on: boolean) => void;
}

/** People in rows, on a phone as cards; who may change the organisation chooses some, or everybody the filter finds, and changes them together. */
export function PeopleTable({ rows, edit, more, onChange }: {
  rows: PersonRow[];
  edit: boolean;
  /** Whether the filter finds more people than these. */
  more: boolean;
  /** `ids` null = everybody the filter finds. */
  onChange: (kind: BulkKind, ids: string[] | null) => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [everybody, setEverybody] = useState(false);
  const narrow = useNarrow();
  const shown = rows.filter((row) => chosen.has(row.id));
  const choose = (ids: string[], on: boolean) => {
    setEverybody(false);
    setChosen((now) => {
      const next = new Set(now);
      for (const id of ids) if (on) next.add(id); else next.delete(id);
      return next;
    });
  };
  const list: ListProps = { rows, edit, choose, isChosen: (id) => everybody || chosen.has(id) };
  return (
    <>
      {shown.length > 0 && (
        <BulkBar
          count={shown.length} everybody={everybody && more} more={more && shown.length === rows.length}
          onEverybody={() => setEverybody(true)} onNone={() => choose([...chosen], false)} onChange={(kind) => onChange(kind, everybody && more ? null : shown.map((row) => row.id))}
        />
      )}
      {narrow ? <Cards {...list} /> : <Table {...list} />}
    </>
  );
}

function ChooseAll({ rows, isChosen, choose, children }: ListProps & { children?: string }) {
  const { t } = useTranslation('people');
  const count = rows.filter((row) => isChosen(row.id)).length;
  const name = children === undefined ? { 'aria-label': t('people.chooseAll') } : {};
  return <Checkbox {...name} checked={count === rows.length} indeterminate={count > 0 && count < rows.length} onChange={(event) => choose(rows.map((row) => row.id), event.target.checked)}>{children}</Checkbox>;
}

function Choose({ row, isChosen, choose }: Pick<ListProps, 'isChosen' | 'choose'> & { row: PersonRow }) {
  const { t } = useTranslation('people');
  return <Checkbox aria-label={t('people.choose', { name: row.displayName })} checked={isChosen(row.id)} onChange={(event) => choose([row.id], event.target.checked)} />;
}

function Who({ row }: { row: PersonRow }) {
  return (
    <span className={styles.person} lang="zh-CN">
      <Avatar name={row.displayName} departmentId={row.department?.id ?? row.id} size={32} />
      <span><Link to={personPath(row.id)}>{row.displayName}</Link><span className={styles.number}>{row.staffNumber}</span></span>
    </span>
  );
}

function Table(list: ListProps) {
  const { t } = useTranslation('people');
  return (
    <TableBox label={t('people.title')}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            {list.edit && <th scope="col"><ChooseAll {...list} /></th>}
            <th scope="col">{t('people.name')}</th><th scope="col">{t('people.department')}</th><th scope="col">{t('people.position')}</th><th scope="col">{t('people.jobLevel')}</th><th scope="col">{t('people.mail')}</th><th scope="col">{t('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              {list.edit && <td><Choose {...list} row={row} /></td>}
              <td><Who row={row} /></td>
              <td lang="zh-CN">{row.department?.name}</td>
              <td lang="zh-CN">{row.position}</td>
              <td lang="zh-CN">{row.jobLevel}</td>
              <td lang="en" className={tableStyles.small}>{row.mail}</td>
              <td><PersonStateTag state={row.state} plain /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** Who, where and how they stand: what fits a phone. */
function Cards(list: ListProps) {
  const { t } = useTranslation('people');
  return (
    <>
      {list.edit && <div className={styles.chooseAll}><ChooseAll {...list}>{t('people.chooseAll')}</ChooseAll></div>}
      <ul className={styles.cards}>
        {list.rows.map((row) => (
          <li key={row.id} className={styles.card}>
            {list.edit && <Choose {...list} row={row} />}
            <div className={styles.facts}>
              <span className={styles.head}><Who row={row} /><PersonStateTag state={row.state} plain /></span>
              <span className={styles.place} lang="zh-CN">{[row.department?.name, row.position].filter(Boolean).join(' · ')}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
