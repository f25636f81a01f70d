import DownOutlined from '@ant-design/icons/DownOutlined';
import type { ComponentProps, ReactNode } from 'react';
import styles from './fields.module.css';

/** A field with its label above and, below, a hint or what is wrong. The browser's own controls: light, and known to every phone and screen reader. */
export function Field({ id, label, hint, error, children }: { id: string; label: string; hint?: ReactNode; error?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>{label}</label>
      {children}
      {(error || hint) && <p id={`${id}-note`} role={error ? 'alert' : undefined} className={error ? styles.error : styles.hint}>{error ?? hint}</p>}
    </div>
  );
}

/** Ids and states that tie a control to the notes of its field. */
export const control = (id: string, error?: string, hint?: unknown) => ({
  id, className: styles.control, 'aria-invalid': error ? true : undefined, 'aria-describedby': error || hint ? `${id}-note` : undefined,
});

/** The browser's own list with the arrow of our other lists. */
export const Select = (props: ComponentProps<'select'>) => <span className={styles.select}><select {...props} /><DownOutlined aria-hidden className={styles.arrow} /></span>;
