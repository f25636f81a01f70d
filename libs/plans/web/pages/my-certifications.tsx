import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { EmptyState, PageHeader, QueryView, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { myCertificationsQuery } from '../certifications/api.ts';
import styles from '../certifications/certifications.module.css';
import { MyCertificationRow } from '../certifications/my-certification.tsx';
import { SubmitDialog } from '../certifications/submit-dialog.tsx';

/** What I am certified for, until when, and what my position requires. */
export default function MyCertificationsPage() {
  const { t } = useTranslation('plans');
  const query = useQuery(myCertificationsQuery);
  const [submitting, setSubmitting] = useState(false);
  const external = query.data?.external ?? [];
  const submit = external.length > 0 && <Button icon={<UploadOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setSubmitting(true)}>{t('certification.submit')}</Button>;
  return (
    <>
      <PageHeader title={t('certification.mine')} context={t('certification.mineContext')} action={submit} />
      <QueryView
        query={query} loading={<SkeletonBlock height={240} />}
        empty={({ items }) => items.length === 0 && <EmptyState drawing="done" title={t('certification.mineNone')} action={<Link to="/courses">{t('certification.catalogue')}</Link>}>{t('certification.mineNoneWhy')}</EmptyState>}
      >
        {({ items }) => <ul className={styles.list}>{items.map((one) => <MyCertificationRow key={one.certification.id} one={one} />)}</ul>}
      </QueryView>
      {submitting && <SubmitDialog external={external} onClose={() => setSubmitting(false)} />}
    </>
  );
}
