import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import { formatDay } from '@zhixing/platform/web';
import type { Certificate } from '@zhixing/recognition/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { certificatePath, pdfAddress } from '../paths.ts';
import styles from './certificate-row.module.css';
import { StateTag } from './state.tsx';

/** A certificate as a line of a list: what for, since when, whether it holds, and the paper. */
export function CertificateRow({ certificate }: { certificate: Certificate }) {
  const { t, i18n } = useTranslation('recognition');
  const { id, title, number, earnedOn, score, validUntil, state } = certificate;
  return (
    <li className={styles.row}>
      <span className={styles.icon}><SafetyCertificateOutlined aria-hidden /></span>
      <div className={styles.words}>
        <p className={styles.title}><Link to={certificatePath(id)} lang="zh-CN">{title}</Link></p>
        <p className={styles.facts}>
          <span>{t('row.earned', { day: formatDay(earnedOn) })}</span>
          {score !== null && <span>{t('row.score', { score })}</span>}
          {validUntil && <span>{t('row.until', { day: formatDay(validUntil) })}</span>}
          <span lang="en">{number}</span>
        </p>
      </div>
      <div className={styles.end}>
        <StateTag state={state} />
        {state !== 'revoked' && (
          <Button href={pdfAddress(id, i18n.language)} download icon={<DownloadOutlined aria-hidden />} aria-label={t('row.download', { title })}>{t('download')}</Button>
        )}
      </div>
    </li>
  );
}
