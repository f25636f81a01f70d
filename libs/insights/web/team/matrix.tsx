import type { Team, TeamRow } from '@zhixing/insights/contract';
import { PersonLine } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { Cell } from './cell.tsx';
import styles from './matrix.module.css';
import { type FromTeam, memberPath } from './member-path.ts';
import { NeedCounts } from './need-counts.tsx';

/** People by courses. The first column stays in sight; the name is the link of a row, a click anywhere in it does the same. */
export function Matrix({ rows, courses }: { rows: TeamRow[]; courses: Team['courses'] }) {
  const { t } = useTranslation('insights');
  const navigate = useNavigate();
  const { search } = useLocation();
  const state: FromTeam = { team: search };
  return (
    <div className={styles.scroll} role="group" aria-label={t('matrix.scroll')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>{t('matrix.person')}</th>
            {courses.map((course) => <th key={course.id} scope="col" lang="zh-CN" title={course.title}><span className={styles.title}>{course.title}</span></th>)}
            <td className={styles.rest} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const path = memberPath(row.person.id);
            return (
              <tr key={row.person.id} onClick={(event) => { if (!(event.target instanceof HTMLAnchorElement)) void navigate(path, { state }); }}>
                <th scope="row" className={styles.person}>
                  <div className={styles.who}>
                    <span lang="zh-CN" className={styles.line}><PersonLine person={row.person} name={<Link to={path} state={state} className={styles.link}>{row.person.displayName}</Link>} /></span>
                    <NeedCounts row={row} />
                  </div>
                </th>
                {courses.map((course) => <td key={course.id}><Cell cell={row.cells.find((cell) => cell.courseId === course.id)} due={row.due.find((one) => one.courseId === course.id)} /></td>)}
                <td className={styles.rest} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
