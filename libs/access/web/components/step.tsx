import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './second-factor.module.css';

/** One step of a task that replaces what was on the screen: the keyboard and a screen reader go on at its title. `number` = which of three. */
export function Step({ title, number, children }: { title: string; number?: number; children: ReactNode }) {
  const { t } = useTranslation('access');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h3 ref={heading} id={id} tabIndex={-1} className={styles.stepTitle}>{title}{number && <span className={styles.stepNumber}>{t('factor.step', { step: number })}</span>}</h3>
      {children}
    </section>
  );
}
