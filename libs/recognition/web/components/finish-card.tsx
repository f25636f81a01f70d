import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { earnedQuery } from '../api.ts';
import { certificatePath, pdfAddress } from '../paths.ts';
import styles from './finish-card.module.css';

/** On the finish page: the certificate that finishing earned. Nothing for a course that grants none. */
export default function FinishCard({ completionId }: { completionId: string }) {
  const { t, i18n } = useTranslation('recognition');
  const { data } = useQuery(earnedQuery(completionId));
  const navigate = useNavigate();
  const id = useId();
  if (!data) return null;
  return (
    <section aria-labelledby={id} className={styles.card}>
      <SafetyCertificateOutlined aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <h2 id={id} className={styles.title}>{t(data.state === 'revoked' ? 'finish.revoked' : 'finish.title')}</h2>
        <p className={styles.number}>{t('finish.number')} <span lang="en">{data.number}</span></p>
      </div>
      <div className={styles.buttons}>
        <Button size="large" onClick={() => void navigate(certificatePath(data.id))}>{t('finish.open')}</Button>
        {data.state !== 'revoked' && <Button size="large" type="primary" href={pdfAddress(data.id, i18n.language)} download icon={<DownloadOutlined aria-hidden />}>{t('finish.download')}</Button>}
      </div>
    </section>
  );
}
