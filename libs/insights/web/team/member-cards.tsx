import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import { LearningStateTag } from '@zhixing/courses/web';
import type { Team, TeamRow } from '@zhixing/insights/contract';
import { PersonLine } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { AttentionCount } from './attention-count.tsx';
import { Cell } from './cell.tsx';
import styles from './member-cards.module.css';
import { type FromTeam, memberPath } from './member-path.ts';

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
            <AttentionCount count={row.attention} />
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
  const going = courses.flatMap((course) => row.cells.filter((cell) => cell.courseId === course.id && cell.state !== 'finished').map((cell) => ({ course, cell })));
  if (row.cells.length === 0) return <p className={styles.none}><LearningStateTag state="none" plain /></p>;
  return (
    <ul className={styles.courses}>
      {going.map(({ course, cell }) => <li key={course.id} className={styles.course}><span lang="zh-CN" className={styles.title}>{course.title}</span><Cell cell={cell} /></li>)}
      {finished > 0 && <li className={styles.finished}><CheckCircleOutlined aria-hidden />{t('matrix.finished', { count: finished })}</li>}
    </ul>
  );
}
