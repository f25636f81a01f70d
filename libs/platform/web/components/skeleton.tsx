import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';

/** Grey lines where text will be; says "loading" once to a screen reader. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.lines}>
      <span className="zx-only-read">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => <span key={line} className={styles.block} style={{ width: line === lines - 1 && lines > 1 ? '60%' : '100%' }} />)}
    </div>
  );
}

/** A grey block of a given height (a chart, a cover); decoration, so put it beside a Skeleton that speaks. */
export function SkeletonBlock({ height, width = '100%' }: { height: number; width?: number | string }) {
  return <span aria-hidden className={styles.block} style={{ height, width, borderRadius: 10 }} />;
}

/** Grey cards in the catalogue's grid. */
export function SkeletonCards({ count = 6 }: { count?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.cards}>
      <span className="zx-only-read">{t('loading')}</span>
      {Array.from({ length: count }, (_, card) => (
        <span key={card} className={styles.card}>
          <span className={styles.block} style={{ height: 112, borderRadius: 0 }} />
          <span className={styles.inside}><span className={styles.block} style={{ width: '80%' }} /><span className={styles.block} style={{ width: '50%' }} /></span>
        </span>
      ))}
    </div>
  );
}
