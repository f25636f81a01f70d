import { formatPercent } from '../format.ts';
import styles from './progress-bar.module.css';

/** How much is done, as a bar and as a number. `label` says of what, to a screen reader; `text` replaces the percent on screen ("3 / 8"). */
export function ProgressBar({ percent, label, text, size = 'normal' }: { percent: number; label: string; text?: string; size?: 'normal' | 'small' }) {
  const value = Math.min(100, Math.max(0, Math.round(percent)));
  const shown = text ?? formatPercent(value);
  return (
    <div className={`${styles.progress} ${size === 'small' ? styles.small : ''}`}>
      <div className={styles.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={value} aria-valuetext={shown}>
        <div className={`${styles.bar} ${value === 100 ? styles.full : ''}`} style={{ width: `${value}%` }} />
      </div>
      <span aria-hidden className={styles.text}>{shown}</span>
    </div>
  );
}
