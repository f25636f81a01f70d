import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import { LearningStateTag } from '@zhixing/courses/web';
import type { Team, TeamRow } from '@zhixing/insights/contract';
import { PersonLine } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Cell } from './cell.tsx';
import styles from './member-cards.module.css';
import { type FromTeam, memberPath } from './member-path.ts';
import { NeedCounts } from './need-counts.tsx';

/** The matrix on a phone: a card per person with the courses under way by name and the finished ones as a number. */
export function MemberCards({ rows, courses }: { rows: TeamRow[]; courses: Team['courses'] }) {
  const { search } = useLocation();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.person.id} className={styles.card}>
          <div className={styles.who}>
            <span lang="zh-CN" className={styles.line}>
              <PersonLine person={row.person} name={<Link to={memberPath(row.person.id)} state={{ team: search } satisfies FromTeam} className={styles.link}>{row.person.displayName}</Link>} />
            </span>
            <NeedCounts row={row} />
          </div>
          <Courses row={row} courses={courses} />
        </li>
      ))}
    </ul>
  );
}

function Courses({ row, courses }: { row: TeamRow; courses: Team['courses'] }) {
  const { t } = useTranslation('insights');
  const finished = row.cells.filter((cell) => cell.state === 'finished').length;
  const going = courses.flatMap((course) => {
    const [cell, due] = [row.cells.find((one) => one.courseId === course.id), row.due.find((one) => one.courseId === course.id)];
    return due || (cell && cell.state !== 'finished') ? [{ course, cell, due }] : [];
  });
  if (going.length === 0 && finished === 0) return <p className={styles.none}><LearningStateTag state="none" plain /></p>;
  return (
    <ul className={styles.courses}>
      {going.map(({ course, cell, due }) => <li key={course.id} className={styles.course}><span lang="zh-CN" className={styles.title}>{course.title}</span><Cell cell={cell} due={due} /></li>)}
      {finished > 0 && <li className={styles.finished}><CheckCircleOutlined aria-hidden />{t('matrix.finished', { count: finished })}</li>}
    </ul>
  );
}
