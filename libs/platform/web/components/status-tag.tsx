import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import PlayCircleOutlined from '@ant-design/icons/PlayCircleOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

const ICONS = {
  idle: MinusCircleOutlined,
  running: PlayCircleOutlined,
  waiting: ClockCircleOutlined,
  done: CheckCircleOutlined,
  warned: ExclamationCircleOutlined,
  failed: CloseCircleOutlined,
  paused: PauseCircleOutlined,
  ended: StopOutlined,
  draft: EditOutlined,
};

/** The looks a status word can have; a room gives each of its words one look and keeps it everywhere. */
export type StatusLook = keyof typeof ICONS;

/** A status word: one colour and one icon, never colour alone. `plain` leaves the ground out (inside dense rows). */
export function StatusTag({ look, plain = false, children }: { look: StatusLook; plain?: boolean; children: ReactNode }) {
  const Icon = ICONS[look];
  return <span className={`${styles.tag} ${styles[look]} ${plain ? styles.plain : ''}`}><Icon aria-hidden />{children}</span>;
}
