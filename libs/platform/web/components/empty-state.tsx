import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawing.tsx';
import styles from './empty-state.module.css';

/** Says why nothing is here and offers the one thing to do about it. */
export function EmptyState({ drawing, title, children, action }: { drawing: DrawingName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      <Drawing name={drawing} />
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.sentence}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
