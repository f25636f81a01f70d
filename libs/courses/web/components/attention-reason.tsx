import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import type { AttentionReason } from '@zhixing/courses/contract';
import { text } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './attention-reason.module.css';

const ICONS = { stalled: PauseCircleOutlined, unopened: ClockCircleOutlined, failed_twice: CloseCircleOutlined } as const;

const valuesOf = (reason: AttentionReason): Record<string, unknown> =>
  (reason.code === 'failed_twice' ? { count: reason.times, lesson: reason.lesson } : { count: reason.days });

/** Why a registration needs attention, as a sentence; outside of components. The texts of `courses` must be loaded. */
export const reasonText = (reason: AttentionReason): string => text(`courses:reason.${reason.code}`, valuesOf(reason));

/** Why a registration needs attention, in words, with an icon of its own. Needs the texts of `courses`. */
export function AttentionReasonText({ reason }: { reason: AttentionReason }) {
  const { t } = useTranslation('courses');
  const Icon = ICONS[reason.code];
  return (
    <span className={`${styles.reason} ${reason.code === 'failed_twice' ? styles.failed : ''}`}>
      <Icon aria-hidden className={styles.icon} />
      <span>{t(`reason.${reason.code}`, valuesOf(reason))}</span>
    </span>
  );
}
