import type { SkillReview } from '@zhixing/skills/contract';
import { formatDay, localized, PersonLine } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { levelText } from '../components/level.tsx';
import styles from './reviews.module.css';

/** A claim: who, which skill, from which level to which, what the level means, and what it rests on. */
export function ReviewRow({ review, onDecide }: { review: SkillReview; onDecide: () => void }) {
  const { t } = useTranslation('skills');
  const skill = localized(review.skill.name);
  return (
    <li className={styles.row}>
      <span lang="zh-CN"><PersonLine person={review.person} showNumber /></span>
      <div className={styles.words}>
        <p className={styles.claim}><strong>{skill}</strong> {t('reviews.way', { now: levelText(review.level), claimed: levelText(review.claimed) })}</p>
        <p className={styles.line}>{localized(review.anchor)}</p>
        {review.note && <p className={styles.line}>{t('reviews.note')}<span lang="zh-CN">{review.note}</span></p>}
        <p className={styles.quiet}>{t('reviews.opened', { day: formatDay(review.openedAt) })}{review.votes > 0 && ` · ${t('reviews.voted', { count: review.votes })}`}</p>
      </div>
      <Button onClick={onDecide} aria-label={t('reviews.decideOn', { name: review.person.displayName, skill })}>{t('reviews.decide')}</Button>
    </li>
  );
}
