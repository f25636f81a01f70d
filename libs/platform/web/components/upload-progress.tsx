import FileOutlined from '@ant-design/icons/FileOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format.ts';
import { ProgressBar } from './progress-bar.tsx';
import styles from './upload-progress.module.css';

/** A file on its way: how much has left, and afterwards that the server reads it. `reading` says what it does then. */
export function UploadProgress({ file, percent, reading, onCancel }: { file: File; percent: number; reading: string; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.progress}>
      <FileOutlined aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.name}><span lang="zh-CN">{file.name}</span><span className={styles.size}>{t('upload.megabytes', { size: formatNumber(Math.max(0.1, file.size / 1_048_576)) })}</span></p>
        <ProgressBar percent={percent} label={t('upload.progress')} />
        <p role="status" className={styles.state}>{percent >= 100 ? reading : t('upload.sending')}</p>
      </div>
      <Button onClick={onCancel}>{t('upload.cancel')}</Button>
    </div>
  );
}
