import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import styles from './page-header.module.css';

/** Names the page in the browser's tab; for pages without a PageHeader. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · 知行` : '知行';
  }, [title]);
}

/** The head of every page: the title (the only h1), one line of context, one primary action, a way back. */
export function PageHeader({ title, titleLanguage, context, action, back, children }: {
  title: string;
  /** Of a title that comes from the data, whatever the language of the page: a person, a course. */
  titleLanguage?: 'zh-CN';
  context?: ReactNode;
  action?: ReactNode;
  back?: { to: string; label: string };
  /** Further facts under the context line: tags, tabs. */
  children?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <header className={styles.header}>
      {back && <Link className={styles.back} to={back.to}><ArrowLeftOutlined aria-hidden /> {back.label}</Link>}
      <div className={styles.row}>
        <div className={styles.words}>
          <h1 className={styles.title} lang={titleLanguage}>{title}</h1>
          {context && <p className={styles.context}>{context}</p>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children && <div className={styles.more}>{children}</div>}
    </header>
  );
}
