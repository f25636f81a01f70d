import FileZipOutlined from '@ant-design/icons/FileZipOutlined';
import { formatNumber, ProgressBar } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './upload-progress.module.css';

/** A package on its way: how much has left, and afterwards that the server reads it. */
export function UploadProgress({ file, percent, onCancel }: { file: File; percent: number; onCancel: () => void }) {
  const { t } = useTranslation('courses');
  const sent = percent >= 100;
  return (
    <div className={styles.progress}>
      <FileZipOutlined aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.name}><span lang="zh-CN">{file.name}</span><span className={styles.size}>{t('import.megabytes', { size: formatNumber(Math.max(0.1, file.size / 1_048_576)) })}</span></p>
        <ProgressBar percent={percent} label={t('import.progress')} />
        <p role="status" className={styles.state}>{t(sent ? 'import.reading' : 'import.sending')}</p>
      </div>
      <Button onClick={onCancel}>{t('import.cancel')}</Button>
    </div>
  );
}
