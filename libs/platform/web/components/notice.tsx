import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import InfoCircleOutlined from '@ant-design/icons/InfoCircleOutlined';
import type { ReactNode } from 'react';
import { RequestError } from '../http.ts';
import { sentenceOf } from '../query.ts';
import styles from './notice.module.css';

/** A sentence that stays on the page, with whatever explains it below. */
export function Notice({ look, title, children }: { look: 'info' | 'warned' | 'failed'; title: ReactNode; children?: ReactNode }) {
  const Icon = look === 'info' ? InfoCircleOutlined : ExclamationCircleOutlined;
  return (
    <div role={look === 'failed' ? 'alert' : undefined} className={`${styles.notice} ${styles[look]}`}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}><p className={styles.title}>{title}</p>{children}</div>
    </div>
  );
}

/** Why a request was refused: its sentence and every issue with its place. */
export function Refusal({ error, children }: { error: unknown; children?: ReactNode }) {
  const issues = error instanceof RequestError ? error.issues : [];
  return (
    <Notice look="failed" title={sentenceOf(error)}>
      {issues.length > 0 && (
        <ul className={styles.issues}>
          {issues.map((issue) => <li key={`${issue.path} ${issue.message}`}>{issue.path && <code className={styles.path} lang="en">{issue.path}</code>}<span lang={document.documentElement.lang}>{issue.message}</span></li>)}
        </ul>
      )}
      {children}
    </Notice>
  );
}
