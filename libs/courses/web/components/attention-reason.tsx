import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import type { AttentionReason } from '@zhixing/courses/contract';
import { Trans } from 'react-i18next';
import styles from './attention-reason.module.css';

const ICONS = { stalled: PauseCircleOutlined, unopened: ClockCircleOutlined, failed_twice: CloseCircleOutlined } as const;

const countOf = (reason: AttentionReason): number => (reason.code === 'failed_twice' ? reason.times : reason.days);

const valuesOf = (reason: AttentionReason) => ({ count: countOf(reason), ...(reason.code === 'failed_twice' ? { lesson: reason.lesson } : {}) });

/** Why a registration needs attention, in words, with an icon of its own. Needs the texts of `courses`. */
export function AttentionReasonText({ reason }: { reason: AttentionReason }) {
  const Icon = ICONS[reason.code];
  return (
    <span className={`${styles.reason} ${reason.code === 'failed_twice' ? styles.failed : ''}`}>
      <Icon aria-hidden className={styles.icon} />
      <span><Trans ns="courses" i18nKey={`reason.${reason.code}`} values={valuesOf(reason)} count={countOf(reason)} components={{ lesson: <span lang="zh-CN" /> }} /></span>
    </span>
  );
}
