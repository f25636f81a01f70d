import type { RoleRequestState, RoleRequestView } from '@zhixing/people/contract';
import { EmptyState, formatDay, formatInstant, LoadMore, Panel, QueryView, type StatusLook, StatusTag, toast } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { requestsQuery, useDecideRequest } from './api.ts';
import styles from './rows.module.css';
import { RolePersonLine } from './role-person.tsx';

const LOOKS: Record<RoleRequestState, StatusLook> = { waiting: 'waiting', approved: 'done', declined: 'failed', expired: 'ended' };

/** Administrator roles that were asked for. Whoever may decide has the buttons; whoever asked may take it back. */
export function Requests() {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(requestsQuery);
  return (
    <Panel title={t('roles.tab.requests')} hideTitle flush className={styles.panel}>
      <QueryView query={query} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('roles.noRequests')}>{t('roles.noRequestsWhy')}</EmptyState>}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              <ul>{rows.map((row) => <Request key={row.id} request={row} />)}</ul>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Request({ request }: { request: RoleRequestView }) {
  const { t } = useTranslation('people');
  const decide = useDecideRequest();
  const role = t(`roles.role.${request.role}`);
  const send = (decision: 'approve' | 'decline') => decide.mutate({ id: request.id, decision }, { onSuccess: () => toast.success(t(`roles.did.${decision}`)) });
  const name = { name: request.person.displayName, role };
  return (
    <li className={styles.row}>
      <div className={styles.who}><RolePersonLine person={request.person} /></div>
      <div className={styles.what}>
        <p className={styles.line}>
          <strong>{role}</strong> · {request.scope ? <span lang="zh-CN">{request.scope.name}</span> : t('roles.wholeBank')}
          {request.until && <> · {t('roles.untilDay', { day: formatDay(request.until) })}</>}
        </p>
        <p className={styles.line} lang="zh-CN">{request.reason}</p>
        <p className={styles.small}>
          <span lang="zh-CN">{request.requestedBy.displayName}</span> {t('roles.askedAt', { time: formatInstant(request.requestedAt) })}
          {request.state === 'waiting' && <> · {t('roles.expiresAt', { time: formatInstant(request.expiresAt) })}</>}
          {request.decidedBy && <> · <span lang="zh-CN">{request.decidedBy.displayName}</span> {t('roles.decidedAt', { time: formatInstant(request.decidedAt!) })}</>}
        </p>
        {request.state === 'waiting' && request.can.decline && !request.can.approve && <p className={styles.small}>{t('roles.needsOther')}</p>}
      </div>
      <div className={styles.actions}>
        <StatusTag look={LOOKS[request.state]}>{t(`roles.requestState.${request.state}`)}</StatusTag>
        {request.can.approve && <Button type="primary" aria-label={t('roles.approveThis', name)} loading={decide.isPending} onClick={() => send('approve')}>{t('roles.approve')}</Button>}
        {request.can.decline && <Button aria-label={t(request.can.approve ? 'roles.declineThis' : 'roles.withdrawThis', name)} disabled={decide.isPending} onClick={() => send('decline')}>{t(request.can.approve ? 'roles.decline' : 'roles.withdraw')}</Button>}
      </div>
    </li>
  );
}
