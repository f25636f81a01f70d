import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { messagesPages } from '@zhixing/messages/contract';
import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { countQuery, notificationsQuery, useMarkRead } from '../api.ts';
import { MessageLine } from '../components/message-line.tsx';
import styles from './pages.module.css';

const TABS = ['all', 'unread'] as const;
const Address = z.object({ show: z.enum(TABS).default('all') });

/** Everything the person was told, newest first; each line leads to what it is about. */
export default function NotificationsPage() {
  const { t } = useTranslation('messages');
  const [{ show }] = useSearchParameters(Address);
  const query = useInfiniteQuery(notificationsQuery(show === 'unread'));
  const unread = useQuery(countQuery).data?.unread;
  const read = useMarkRead();
  const tabs = TABS.map((key) => ({ key, label: t(`tab.${key}`), count: key === 'unread' ? unread : undefined }));
  return (
    <>
      <PageHeader
        title={t('title')} context={t('context')}
        action={(
          <>
            <Link to={messagesPages.settings.path} className={styles.aside}><SettingOutlined aria-hidden /> {t('settings.title')}</Link>
            <Button disabled={!unread} loading={read.isPending} onClick={() => read.mutate({})}>{t('readAll')}</Button>
          </>
        )}
      />
      <Panel title={t('title')} hideTitle flush>
        <div className={styles.tabs}><TabLinks label={t('tab.label')} parameter="show" current={show} tabs={tabs} /></div>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>}
          empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t(show === 'unread' ? 'allRead' : 'none')}>{t('noneHint')}</EmptyState>}
        >
          {(data) => {
            const messages = data.pages.flatMap((page) => page.items);
            return (
              <>
                <ul>{messages.map((message) => <MessageLine key={message.id} message={message} />)}</ul>
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={messages.length} />}
              </>
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}
