import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PlayCircleOutlined from '@ant-design/icons/PlayCircleOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import type { TeamCell } from '@zhixing/insights/contract';
import { formatPercent } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './cell.module.css';

/** The looks of a cell, in the order of the legend; icons are those of the state words elsewhere. */
export const CELL_LOOKS = ['finished', 'learning', 'registered', 'attention', 'failed', 'abandoned'] as const;
export type CellLook = (typeof CELL_LOOKS)[number];

const ICONS = { finished: CheckCircleOutlined, learning: PlayCircleOutlined, registered: MinusCircleOutlined, attention: ExclamationCircleOutlined, failed: CloseCircleOutlined, abandoned: StopOutlined };

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

/** Where one person stands at one course: icon and percent, the words for a screen reader. */
export function Cell({ cell }: { cell: TeamCell | undefined }) {
  const { t } = useTranslation('insights');
  if (!cell) return <span className={styles.none}><span aria-hidden>—</span><span className="zx-only-read">{t('courses:state.none')}</span></span>;
  const look = lookOf(cell);
  const state = look === 'failed' || look === 'abandoned' ? t(`courses:status.${look}`) : t(`courses:state.${cell.state}`);
  return (
    <span className={`${styles.cell} ${look === 'attention' ? styles.pressing : ''}`}>
      <CellIcon look={look} />
      <span className="zx-only-read">{cell.attention ? t('matrix.cellAttention', { state }) : state}</span>
      {formatPercent(cell.percent)}
    </span>
  );
}
