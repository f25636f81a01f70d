import { EmptyState, formatInstant, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeQuery } from '../classes/api.ts';
import styles from '../classes/classes.module.css';
import { halfDayName } from '../classes/words.tsx';
import { checkInPath, classPath } from '../paths.ts';

/** What is shown on the wall of a class room: the code of the moment, to be scanned or typed. */
export default function ClassCodePage() {
  const { t } = useTranslation('plans');
  const { id = '', halfDayId = '' } = useParams();
  const query = useQuery(codeQuery(id, halfDayId));
  return (
    <>
      <PageHeader title={t('classes.checkIn')} context={query.data && <>{halfDayName(query.data.halfDay)} · <span lang="zh-CN">{query.data.halfDay.topic}</span></>} back={{ to: `${classPath(id)}?tab=attendance`, label: t('classes.tab.attendance') }} />
      <Panel title={t('classes.checkIn')} hideTitle>
        <QueryView query={query} loading={<Skeleton lines={6} />}>
          {({ code, opensAt, closesAt, checkedIn }) => (code === null
            ? <EmptyState drawing="lost" title={t('classes.codeClosed')}>{t('classes.codeWindow', { from: formatInstant(opensAt), to: formatInstant(closesAt) })}</EmptyState>
            : (
              <div className={styles.code}>
                <div className={styles.qr}><QRCode type="svg" aria-label={t('classes.qr')} value={`${window.location.origin}${checkInPath(halfDayId, code)}`} size={280} bordered={false} color="#000" bgColor="#fff" /></div>
                <p className={styles.digits}><span className="zx-only-read">{t('classes.codeIs')} </span>{code}</p>
                <p className={styles.small}><Trans t={t} i18nKey="classes.codeHow" values={{ path: `${window.location.host}${checkInPath(halfDayId)}` }} components={{ path: <span lang="en" /> }} /></p>
                <p role="status">{t('classes.checkedIn', { count: checkedIn })}</p>
              </div>
            ))}
        </QueryView>
      </Panel>
    </>
  );
}
