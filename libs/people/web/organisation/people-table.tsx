import type { PersonRow } from '@zhixing/people/contract';
import { Avatar, TableBox, tableStyles } from '@zhixing/platform/web';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './people-table.module.css';
import { personPath } from './paths.ts';
import { PersonStateTag } from './state-tag.tsx';

/** People in rows; who may change the organisation chooses some and moves them together. */
export function PeopleTable({ rows, edit, onTransfer }: { rows: PersonRow[]; edit: boolean; onTransfer: (ids: string[]) => void }) {
  const { t } = useTranslation('people');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = rows.filter((row) => chosen.has(row.id));
  const choose = (ids: string[], on: boolean) => setChosen((now) => {
    const next = new Set(now);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    return next;
  });
  const ids = rows.map((row) => row.id);
  return (
    <>
      {shown.length > 0 && (
        <div className={styles.bulk} role="status">
          <span>{t('people.chosen', { count: shown.length })}</span>
          <Button onClick={() => onTransfer(shown.map((row) => row.id))}>{t('people.transferMany')}</Button>
          <Button type="text" onClick={() => setChosen(new Set())}>{t('people.chooseNone')}</Button>
        </div>
      )}
      <TableBox label={t('people.title')}>
        <table className={tableStyles.table}>
          <thead>
            <tr>
              {edit && <th scope="col"><Checkbox aria-label={t('people.chooseAll')} checked={shown.length === rows.length} indeterminate={shown.length > 0 && shown.length < rows.length} onChange={(event) => choose(ids, event.target.checked)} /></th>}
              <th scope="col">{t('people.name')}</th><th scope="col">{t('people.department')}</th><th scope="col">{t('people.position')}</th><th scope="col">{t('people.jobLevel')}</th><th scope="col">{t('people.mail')}</th><th scope="col">{t('people.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {edit && <td><Checkbox aria-label={t('people.choose', { name: row.displayName })} checked={chosen.has(row.id)} onChange={(event) => choose([row.id], event.target.checked)} /></td>}
                <td lang="zh-CN">
                  <span className={styles.person}>
                    <Avatar name={row.displayName} departmentId={row.department?.id ?? row.id} size={32} />
                    <span><Link to={personPath(row.id)}>{row.displayName}</Link><span className={styles.number}>{row.staffNumber}</span></span>
                  </span>
                </td>
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
    </>
  );
}
