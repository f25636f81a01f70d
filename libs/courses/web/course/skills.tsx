import type { TaughtSkill } from '@zhixing/courses/contract';
import { localized, Panel } from '@zhixing/platform/web';
import { frameworkPath } from '@zhixing/skills/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './skills.module.css';

/** The skills that finishing the course is evidence of: at which level, and what one is then able to do. */
export function Skills({ skills }: { skills: TaughtSkill[] }) {
  const { t } = useTranslation('courses');
  return (
    <Panel title={t('course.skills')} context={t('course.skillsContext')}>
      <ul className={styles.skills}>
        {skills.map(({ skill, level, anchor }) => (
          <li key={skill.id} className={styles.skill}>
            <span className={styles.name}><Link to={frameworkPath(skill.id)}>{localized(skill.name)}</Link><span className={styles.level}>{t('course.skillLevel', { level })}</span></span>
            <span>{localized(anchor)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
