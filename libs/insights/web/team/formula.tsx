import InfoCircleOutlined from '@ant-design/icons/InfoCircleOutlined';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './formula.module.css';

/** What a figure counts, said when one points at it, focuses or touches it. */
export function Formula({ label, children }: { label: string; children: string }) {
  const { t } = useTranslation('insights');
  return (
    <Tooltip title={children} trigger={['hover', 'focus']}>
      <button type="button" aria-label={t('team.formula', { figure: label })} className={styles.button}><InfoCircleOutlined aria-hidden /></button>
    </Tooltip>
  );
}
