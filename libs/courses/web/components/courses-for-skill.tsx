import { withQuery } from '@zhixing/platform/web';
import { coursesPages } from '@zhixing/courses/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Beside a gap of one's skill card: the courses that lead to the skill. */
export default function CoursesForSkill({ skillId, name }: { skillId: string; name: string }) {
  const { t } = useTranslation('courses');
  return <Link to={withQuery(coursesPages.courses.path, { skill: skillId })}>{t('forSkill')}<span className="zx-only-read">{name}</span></Link>;
}
