import { type Delivery, type MailState, TroubledState } from '@zhixing/messages/contract';
import { EmptyState, formatInstant, formatNumber, LoadMore, PageHeader, Panel, PersonLine, QueryView, Skeleton, StatusTag, TabLinks, toast, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { deliveriesQuery, mailStateQuery, useResend } from '../api.ts';
import styles from './deliveries.module.css';
import shared from './pages.module.css';

const TABS = ['all', ...TroubledState.options] as const;
const Address = z.object({ state: z.enum(TABS).default('all') });

/** Mail that did not arrive: to whom, why, how often it was tried; the administrator lets it be sent again. */
export default function DeliveriesPage() {
  const { t } = useTranslation('messages');
  const [{ state }] = useSearchParameters(Address);
  const mail = useQuery(mailStateQuery);
  const query = useInfiniteQuery(deliveriesQuery(state === 'all' ? undefined : state));
  const tabs = TABS.map((key) => ({ key, label: t(`deliveries.${key}`), count: key === 'all' ? undefined : mail.data?.[key] }));
  return (
    <>
      <PageHeader title={t('deliveries.title')} context={mail.data ? <State state={mail.data} /> : t('deliveries.context')} />
      <Panel title={t('deliveries.list')} hideTitle flush>
        <div className={shared.tabs}><TabLinks label={t('deliveries.tabs')} parameter="state" current={state} tabs={tabs} /></div>
        <QueryView
          query={query} loading={<div className={shared.inset}><Skeleton lines={6} /></div>}
          empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('deliveries.none')}>{t('deliveries.noneHint')}</EmptyState>}
        >
          {(data) => {
            const deliveries = data.pages.flatMap((page) => page.items);
            return (
              <>
                <ul>{deliveries.map((delivery) => <Row key={delivery.id} delivery={delivery} />)}</ul>
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={deliveries.length} />}
              </>
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}

function State({ state: { to, waiting, sentToday, perDay } }: { state: MailState }) {
  const { t } = useTranslation('messages');
  return <>{[t(`deliveries.to.${to ?? 'nowhere'}`), t('deliveries.waiting', { count: waiting }), t('deliveries.sentToday', { count: sentToday, limit: formatNumber(perDay) })].join(' · ')}</>;
}

function Row({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('messages');
  const resend = useResend();
  const { id, person, about, state, attempts, reason, unknown, nextAt, createdAt } = delivery;
  return (
    <li className={styles.row}>
      <div className={styles.person}><PersonLine person={person} showNumber /></div>
      <div className={styles.words}>
        <p className={styles.state}><StatusTag look={state === 'dead' ? 'failed' : 'warned'}>{t(`deliveries.${state}`)}</StatusTag><span>{about ?? t('deliveries.digest')}</span></p>
        <p className={styles.reason}>{unknown && <span>{t('deliveries.unknown')} </span>}<span lang="en">{reason}</span></p>
        <p className={styles.facts}>
          <span>{t('deliveries.tries', { count: attempts })}</span>
          <span>{t('deliveries.since', { time: formatInstant(createdAt) })}</span>
          {nextAt && <span>{t('deliveries.next', { time: formatInstant(nextAt) })}</span>}
        </p>
      </div>
      <Button
        size="small" aria-label={t('deliveries.resendTo', { name: person.displayName })} loading={resend.isPending}
        onClick={() => resend.mutate(id, { onSuccess: () => toast.success(t('deliveries.resent')) })}
      >
        {t('deliveries.resend')}
      </Button>
    </li>
  );
}
