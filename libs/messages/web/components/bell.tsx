import BellOutlined from '@ant-design/icons/BellOutlined';
import { messagesPages } from '@zhixing/messages/contract';
import { QueryView, Skeleton, useLive } from '@zhixing/platform/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countQuery, latestQuery, OWN, useMarkRead } from '../api.ts';
import styles from './bell.module.css';
import { MessageLine } from './message-line.tsx';

/** The bell in the bar: how many messages are unread, as they come; opens a panel with the newest. Escape and a click elsewhere close it. */
export default function Bell({ personId }: { personId: string }) {
  const { t } = useTranslation('messages');
  const client = useQueryClient();
  const unread = useQuery(countQuery).data?.unread ?? 0;
  useLive([`notifications:${personId}`], () => void client.invalidateQueries({ queryKey: OWN }));
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent) => box.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const label = unread ? t('bell.unread', { count: unread }) : t('bell.label');
  return (
    <div ref={box} className={styles.box} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={styles.button} title={label} aria-label={label} aria-expanded={open} aria-controls={open ? panel : undefined} onClick={() => setOpen(!open)}>
        <BellOutlined aria-hidden />
        {unread > 0 && <span aria-hidden className={styles.count}>{unread > 99 ? '99+' : unread}</span>}
      </button>
      {open && <Latest id={panel} unread={unread} onLeave={() => setOpen(false)} />}
    </div>
  );
}

function Latest({ id, unread, onLeave }: { id: string; unread: number; onLeave: () => void }) {
  const { t } = useTranslation('messages');
  const query = useQuery(latestQuery);
  const read = useMarkRead();
  return (
    <section id={id} aria-label={t('bell.latest')} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('bell.latest')}</h2>
        {unread > 0 && <button type="button" className={styles.quiet} disabled={read.isPending} onClick={() => read.mutate({})}>{t('readAll')}</button>}
      </div>
      <div className={styles.list}>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={3} /></div>} empty={(data) => data.items.length === 0 && <p className={styles.inset}>{t('none')}</p>}>
          {(data) => <ul>{data.items.map((message) => <MessageLine key={message.id} message={message} onFollow={onLeave} />)}</ul>}
        </QueryView>
      </div>
      <div className={styles.foot}>
        <Link to={messagesPages.notifications.path} onClick={onLeave}>{t('bell.all')}</Link>
        <Link to={messagesPages.settings.path} onClick={onLeave}>{t('settings.title')}</Link>
      </div>
    </section>
  );
}
