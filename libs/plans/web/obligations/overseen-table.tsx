import type { OverseenObligation } from '@zhixing/plans/contract';
import { formatRelativeDay, PersonLine, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueText } from '../components/due-text.tsx';
import { ObligationStatusTag } from '../components/obligation-status.tsx';
import { obligationPath } from '../paths.ts';
import styles from './overseen-table.module.css';
import { RemindButton } from './remind-button.tsx';

/** Who owes what until when; several can be reminded at once. `showTarget`: the rows are of different courses. On a phone a card each. */
export function OverseenTable({ rows, showTarget = false }: { rows: OverseenObligation[]; showTarget?: boolean }) {
  const { t } = useTranslation('plans');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const remindable = rows.filter((row) => row.can.remind);
  const picked = remindable.filter((row) => chosen.has(row.id));
  const choose = (ids: string[], on: boolean) => setChosen((now) => {
    const next = new Set(now);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    return next;
  });
  const box = (row: OverseenObligation) => row.can.remind && <Checkbox aria-label={t('people.choose', { name: row.person.displayName, title: row.target.title })} checked={chosen.has(row.id)} onChange={(event) => choose([row.id], event.target.checked)} />;
  return (
    <>
      {picked.length > 0 && (
        <div className={styles.bulk} role="status">
          <span>{t('people.chosen', { count: picked.length })}</span>
          <RemindButton rows={picked} label={t('remind.many', { count: picked.length })} onDone={() => setChosen(new Set())} />
          <Button type="text" onClick={() => setChosen(new Set())}>{t('people.chooseNone')}</Button>
        </div>
      )}
      <div className={styles.wide}>
        <TableBox label={t('people.title')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{remindable.length > 0 ? <Checkbox aria-label={t('people.chooseAll')} checked={picked.length === remindable.length} indeterminate={picked.length > 0 && picked.length < remindable.length} onChange={(event) => choose(remindable.map((row) => row.id), event.target.checked)} /> : <span className="zx-only-read">{t('people.chooseColumn')}</span>}</th>
                <th scope="col">{t('column.person')}</th>{showTarget && <th scope="col">{t('column.what')}</th>}<th scope="col">{t('column.due')}</th><th scope="col">{t('column.state')}</th><th scope="col">{t('column.reminded')}</th><th scope="col"><span className="zx-only-read">{t('column.action')}</span></th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{box(row)}</td>
                  <td className={styles.person}><Person row={row} /></td>
                  {showTarget && <td className={styles.what}><What row={row} /></td>}
                  <td><DueText due={row} /></td>
                  <td><ObligationStatusTag status={row.status} plain /></td>
                  <td className={table.small}><Reminded row={row} /></td>
                  <td className={styles.action}>{row.can.remind && <RemindButton rows={[row]} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.id} className={styles.card}>
            <div className={styles.cardHead}><Person row={row} />{box(row)}</div>
            {showTarget && <What row={row} />}
            <div className={styles.cardFacts}><DueText due={row} /><ObligationStatusTag status={row.status} plain /></div>
            <div className={styles.cardFacts}><span className={table.small}><Reminded row={row} /></span>{row.can.remind && <RemindButton rows={[row]} />}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

const Person = ({ row }: { row: OverseenObligation }) => <PersonLine person={row.person} showNumber name={<Link to={obligationPath(row.id)}>{row.person.displayName}</Link>} />;

const What = ({ row }: { row: OverseenObligation }) => <div lang="zh-CN"><p className={styles.target}>{row.target.title}</p>{row.assignment.title !== row.target.title && <p className={table.small}>{row.assignment.title}</p>}</div>;

function Reminded({ row }: { row: OverseenObligation }) {
  const { t } = useTranslation('plans');
  return <>{row.remindedAt ? t('remind.last', { day: formatRelativeDay(row.remindedAt) }) : t('remind.never')}</>;
}
