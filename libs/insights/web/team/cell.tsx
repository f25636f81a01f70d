import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import FieldTimeOutlined from '@ant-design/icons/FieldTimeOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PlayCircleOutlined from '@ant-design/icons/PlayCircleOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import type { DueCell, TeamCell } from '@zhixing/insights/contract';
import { formatMonthDay, formatPercent } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './cell.module.css';

/** The looks of a cell, in the order of the legend; icons are those of the state words elsewhere. */
export const CELL_LOOKS = ['finished', 'learning', 'registered', 'overdue', 'due_soon', 'attention', 'failed', 'abandoned'] as const;
export type CellLook = (typeof CELL_LOOKS)[number];

const ICONS = { overdue: FieldTimeOutlined, due_soon: ClockCircleOutlined, finished: CheckCircleOutlined, learning: PlayCircleOutlined, registered: MinusCircleOutlined, attention: ExclamationCircleOutlined, failed: CloseCircleOutlined, abandoned: StopOutlined };

/** The grounds of those that press. */
const GROUNDS: Partial<Record<CellLook, string | undefined>> = { overdue: styles.late, due_soon: styles.pressing, attention: styles.pressing };

function lookOf(cell: TeamCell): CellLook {
  if (cell.status === 'failed' || cell.status === 'abandoned') return cell.status;
  if (cell.attention) return 'attention';
  return cell.state === 'none' ? 'registered' : cell.state;
}

/** The icon of a look. */
export function CellIcon({ look }: { look: CellLook }) {
  const Icon = ICONS[look];
  return <Icon aria-hidden className={styles[look]} />;
}

/** Where one person stands at one course: icon and percent, the words for a screen reader. What must be finished and is not shows until when. */
export function Cell({ cell, due }: { cell: TeamCell | undefined; due: DueCell | undefined }) {
  const { t } = useTranslation('insights');
  if (!cell && !due) return <span className={styles.none}><span aria-hidden>—</span><span className="zx-only-read">{t('courses:state.none')}</span></span>;
  const look = due?.status ?? lookOf(cell!);
  const state = !cell ? t('courses:state.none') : cell.status === 'failed' || cell.status === 'abandoned' ? t(`courses:status.${cell.status}`) : t(`courses:state.${cell.state}`);
  const until = due && t(`matrix.${due.status}`, { day: formatMonthDay(due.dueOn) });
  return (
    <span className={`${styles.cell} ${GROUNDS[look] ?? ''}`} title={until}>
      <CellIcon look={look} />
      <span className="zx-only-read">{until ? t('matrix.cellDue', { state, until }) : cell?.attention ? t('matrix.cellAttention', { state }) : state} </span>
      {formatPercent(cell?.percent ?? 0)}
    </span>
  );
}
