import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './figures.module.css';

/** One figure: what it counts, how many, what exactly is counted, where it leads. `about` = a button beside the label that says more, `change` = how it was before. `warned` sets it apart by colour, its words say why. */
export interface Figure { key: string; label: string; value: string; hint?: string; about?: ReactNode; change?: ReactNode; to?: string; warned?: boolean }

/** Figures side by side on one card. */
export function Figures({ figures, label }: { figures: Figure[]; label: string }) {
  return (
    <ul aria-label={label} className={styles.figures}>
      {figures.map((figure) => (
        <li key={figure.key} className={styles.figure}>
          <p className={styles.label}>{figure.to ? <Link to={figure.to} className={styles.link}>{figure.label}</Link> : figure.label}{figure.about}</p>
          <p className={`${styles.value} ${figure.warned ? styles.warned : ''}`}>{figure.value}</p>
          {figure.hint && <p className={styles.hint}>{figure.hint}</p>}
          {figure.change && <p className={styles.hint}>{figure.change}</p>}
        </li>
      ))}
    </ul>
  );
}
