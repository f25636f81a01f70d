import { useQuery } from '@tanstack/react-query';
import { formatDay, formatInstant, PageHeader, Panel, StatusTag } from '@zhixing/platform/web';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { auditPages } from '@zhixing/audit/contract';
import { privacyQuery } from '../api.ts';
import { NoticeText } from '../privacy/notice-text.tsx';
import styles from './privacy.module.css';

/** The privacy notice in force, and when I said that I have read it. */
export default function PrivacyPage() {
  const { t } = useTranslation('audit');
  const { data } = useQuery(privacyQuery);
  return (
    <>
      <PageHeader title={t('privacy.title')} context={data && t('privacy.version', { version: data.version, day: formatDay(data.since) })}>
        {data?.acknowledgedAt && <StatusTag look="done">{t('privacy.acknowledged', { time: formatInstant(data.acknowledgedAt) })}</StatusTag>}
      </PageHeader>
      <Panel title={t('privacy.title')} hideTitle>
        <NoticeText level={3} />
        <p className={styles.more}><Trans t={t} i18nKey="privacy.more" components={{ data: <Link to={auditPages.data.path} /> }} /></p>
      </Panel>
    </>
  );
}
