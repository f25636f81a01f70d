import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../http.ts';
import { sentenceOf } from '../query.ts';
import { Drawing } from './drawing.tsx';
import styles from './empty-state.module.css';

const TITLES: Record<number, string> = { 0: 'error.offlineTitle', 403: 'error.forbiddenTitle', 404: 'error.missingTitle' };

/** What went wrong in words, a way to try again where that can help, and the request id to quote. */
export function ErrorState({ error, onRetry, retrying = false }: { error: unknown; onRetry?: () => void; retrying?: boolean }) {
  const { t } = useTranslation();
  const { status, requestId } = error instanceof RequestError ? error : { status: 500, requestId: '' };
  const final = status === 403 || status === 404;
  return (
    <div role="alert" className={styles.state}>
      <Drawing name={status === 404 ? 'search' : 'broken'} />
      <p className={styles.title}>{t(TITLES[status] ?? 'error.title')}</p>
      <p className={styles.sentence}>{sentenceOf(error)}</p>
      {onRetry && !final && <div className={styles.action}><Button loading={retrying} onClick={onRetry}>{t('retry')}</Button></div>}
      {requestId && !final && <p className={styles.id}>{t('requestId')} <code>{requestId}</code></p>}
    </div>
  );
}
