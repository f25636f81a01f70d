import AuditOutlined from '@ant-design/icons/AuditOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { plansPages } from '@zhixing/plans/contract';
import { approvalsQuery } from '@zhixing/plans/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './approvals-notice.module.css';

/** That requests wait for one's decision, and the way to them, where one tap approves; nothing when none waits. */
export function ApprovalsNotice() {
  const { t } = useTranslation('insights');
  const first = useInfiniteQuery(approvalsQuery).data?.pages[0];
  if (!first?.items.length) return null;
  return (
    <Link to={plansPages.approvals.path} className={styles.notice}>
      <AuditOutlined aria-hidden />{t(first.nextCursor ? 'team.approvalsMany' : 'team.approvals', { count: first.items.length })}<RightOutlined aria-hidden className={styles.arrow} />
    </Link>
  );
}
