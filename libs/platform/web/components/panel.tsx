import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** A section of a page on a card, named by its h2. `flush` lets lists reach the edges; `hideTitle` keeps the name for screen readers only. */
export function Panel({ title, context, extra, flush = false, hideTitle = false, className = '', children }: {
  title: string;
  context?: ReactNode;
  /** A link or a small control at the right of the title. */
  extra?: ReactNode;
  flush?: boolean;
  hideTitle?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles.panel} ${flush ? styles.flush : ''} ${className}`}>
      <div className={hideTitle ? 'zx-only-read' : styles.head}>
        <div className={styles.words}>
          <h2 id={id} className={styles.title}>{title}</h2>
          {context && <p className={styles.context}>{context}</p>}
        </div>
        {extra && <div className={styles.extra}>{extra}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
