import CopyOutlined from '@ant-design/icons/CopyOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { EmptyState, formatDay, Notice, PageHeader, QueryView, RequestError, Skeleton, toast } from '@zhixing/platform/web';
import type { Certificate } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { certificateQuery } from '../api.ts';
import { Paper } from '../components/paper.tsx';
import { StateTag } from '../components/state.tsx';
import { pdfAddress } from '../paths.ts';
import styles from './pages.module.css';

/** A certificate on the screen: the sheet, its paper to download, and the address by which others check it. */
export default function CertificatePage() {
  const { t, i18n } = useTranslation('recognition');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const query = useQuery(certificateQuery(id));
  if (query.error instanceof RequestError && query.error.status === 404) {
    return <EmptyState drawing="lost" title={t('certificate.missing')} action={<Button type="primary" onClick={() => void navigate('/certificates')}>{t('mine.title')}</Button>}>{t('certificate.missingWhy')}</EmptyState>;
  }
  const download = query.data && query.data.state !== 'revoked' && (
    <Button type="primary" href={pdfAddress(id, i18n.language)} download icon={<DownloadOutlined aria-hidden />}>{t('finish.download')}</Button>
  );
  return (
    <>
      <PageHeader title={query.data?.title ?? t('certificate.title')} titleLanguage={query.data && 'zh-CN'} context={query.data && <StateTag state={query.data.state} />} action={download} back={{ to: '/certificates', label: t('mine.title') }} />
      <QueryView query={query} loading={<Skeleton lines={10} />}>
        {(certificate) => (
          <div className={`${styles.parts} ${styles.narrow}`}>
            {certificate.revoked && <Notice look="failed" title={t('certificate.revoked', { day: formatDay(certificate.revoked.on), grounds: t(`grounds.${certificate.revoked.grounds}`) })} />}
            <Paper certificate={certificate} />
            <Share certificate={certificate} />
          </div>
        )}
      </QueryView>
    </>
  );
}

function Share({ certificate: { verifyAt } }: { certificate: Certificate }) {
  const { t } = useTranslation('recognition');
  const copy = () => void navigator.clipboard.writeText(verifyAt).then(() => toast.success(t('certificate.copied')), () => toast.error(t('certificate.notCopied')));
  return (
    <div>
      <p className={styles.share}>
        <span>{t('certificate.share')}</span>
        <a href={verifyAt} lang="en" className={styles.address}>{verifyAt}</a>
        <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={copy}>{t('certificate.copy')}</Button>
      </p>
      <p className={styles.note}>{t('certificate.shareNote')}</p>
    </div>
  );
}
