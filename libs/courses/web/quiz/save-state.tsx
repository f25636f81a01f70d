import CheckOutlined from '@ant-design/icons/CheckOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import { useTranslation } from 'react-i18next';
import type { SaveState as State } from './answer-keeper.ts';
import styles from './save-state.module.css';

const ICONS = { saved: CheckOutlined, saving: SyncOutlined, retrying: ExclamationCircleOutlined, refused: ExclamationCircleOutlined } as const;

/** Whether the answers are on the server: 已保存, 保存中, 未保存，正在重试. */
export function SaveState({ state }: { state: State }) {
  const { t } = useTranslation('courses');
  const Icon = ICONS[state];
  return <span role="status" className={`${styles.state} ${styles[state]}`}><Icon aria-hidden />{t(`quiz.save.${state}`)}</span>;
}
