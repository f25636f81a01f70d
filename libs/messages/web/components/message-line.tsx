import type { Notification } from '@zhixing/messages/contract';
import { formatInstant } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMarkRead } from '../api.ts';
import styles from './message-line.module.css';

/** Names of courses and files stay Chinese in an English sentence. */
const languageOf = (text: string): 'zh-CN' | undefined => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined);

/** One message: a link to what it is about, which also marks it as read. A file is downloaded in place. */
export function MessageLine({ message, onFollow }: { message: Notification; onFollow?: () => void }) {
  const { t } = useTranslation('messages');
  const read = useMarkRead();
  const follow = () => {
    if (!message.read) read.mutate({ ids: [message.id] });
    onFollow?.();
  };
  const isFile = message.link.startsWith('/api/');
  const title = <span lang={languageOf(message.title)}>{message.title}</span>;
  return (
    <li className={`${styles.line} ${message.read ? '' : styles.unread}`}>
      <span aria-hidden className={styles.dot} />
      <div className={styles.words}>
        {isFile
          ? <a href={message.link} download className={styles.title} onClick={follow}>{title}</a>
          : <Link to={message.link} className={styles.title} onClick={follow}>{title}</Link>}
        {!message.read && <span className="zx-only-read">{t('unread')}</span>}
        <p className={styles.body} lang={languageOf(message.body)}>{message.body}</p>
        <p className={styles.facts}><span>{message.group}</span><time dateTime={message.at}>{formatInstant(message.at)}</time></p>
      </div>
    </li>
  );
}
