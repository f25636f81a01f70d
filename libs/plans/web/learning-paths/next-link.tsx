import { coursePath, lessonPath } from '@zhixing/courses/web';
import type { PathItemView, PathView } from '@zhixing/plans/contract';
import { localized } from '@zhixing/platform/web';
import { frameworkPath } from '@zhixing/skills/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';

/** What is missing of the next step: a course one is in before another, a course before a skill to prove. */
export function nextItem(path: PathView): PathItemView | undefined {
  const missing = path.stepViews.find((step) => step.key === path.next)?.items.filter((one) => !one.satisfied) ?? [];
  const courses = missing.filter((one) => one.kind === 'course' && one.course);
  return courses.find((one) => one.kind === 'course' && one.course?.registrationId) ?? courses[0] ?? missing.find((one) => one.kind === 'skill');
}

const addressOf = (item: PathItemView | undefined): string => {
  if (item?.kind === 'skill') return frameworkPath(item.skill.id);
  if (!item?.course) return '';
  return item.course.registrationId ? lessonPath(item.course.registrationId) : coursePath(item.course.id);
};

/** The one way on along a path: into the course, or to the skill to prove. Nothing when nothing is left that one may open. */
export function NextLink({ path, size = 'large' }: { path: PathView; size?: 'middle' | 'large' }) {
  const { t } = useTranslation('plans');
  const item = nextItem(path);
  const to = addressOf(item);
  const go = useLinkClickHandler<HTMLElement>(to);
  if (!item) return null;
  const course = item.kind === 'course' ? item.course : null;
  const word = item.kind === 'skill' ? t('paths.prove') : t(course?.registrationId ? 'go.on' : 'go.start');
  return <Button type="primary" size={size} href={to} onClick={go}>{word}<span className="zx-only-read" {...(course && { lang: 'zh-CN' })}> {item.kind === 'skill' ? localized(item.skill.name) : course?.title}</span></Button>;
}

/** What the next step is about, in words. */
export function NextWords({ path }: { path: PathView }) {
  const { t } = useTranslation('plans');
  const item = nextItem(path);
  if (!item) return null;
  return item.kind === 'skill' ? <>{t('paths.nextSkill', { skill: localized(item.skill.name), level: item.level })}</> : <>{t('paths.nextCourse')} <span lang="zh-CN">{item.course?.title}</span></>;
}
