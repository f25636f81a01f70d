import { formatNumber } from '@zhixing/platform/web';
import styles from './minutes-chart.module.css';

/** A bar: its name on the axis, its full name in the table, and what it stands for. `ahead` = has not come yet. */
export interface MinutesBar { key: string; label: string; name: string; minutes: number; lessons: number; current?: boolean; ahead?: boolean }

/** Words of the chart: its name and the heads of the table that says the same. */
export interface MinutesWords { caption: string; period: string; minutes: string; lessons: string }

/** Measured minutes by day or week: bars with their figure on top, and the same as a table for screen readers. */
export function MinutesChart({ bars, words, dense = false }: { bars: MinutesBar[]; words: MinutesWords; dense?: boolean }) {
  const highest = Math.max(...bars.map((bar) => bar.minutes));
  return (
    <figure className={styles.chart}>
      <div aria-hidden className={`${styles.bars} ${dense ? styles.dense : ''} ${highest === 0 ? styles.flat : ''}`}>
        {bars.map((bar) => (
          <div key={bar.key} className={`${styles.column} ${bar.current ? styles.current : ''}`}>
            <div className={styles.space}>
              {!bar.ahead && <span className={styles.figure}>{formatNumber(bar.minutes)}</span>}
              <span className={`${styles.bar} ${bar.ahead ? styles.ahead : ''}`} style={{ height: bar.minutes ? `max(4px, ${(100 * bar.minutes) / highest}%)` : undefined }} />
            </div>
            <span className={styles.label}>{bar.label}</span>
          </div>
        ))}
      </div>
      <div className="zx-only-read">
        <table>
          <caption>{words.caption}</caption>
          <thead><tr><th scope="col">{words.period}</th><th scope="col">{words.minutes}</th><th scope="col">{words.lessons}</th></tr></thead>
          <tbody>
            {bars.filter((bar) => !bar.ahead).map((bar) => <tr key={bar.key}><th scope="row">{bar.name}</th><td>{bar.minutes}</td><td>{bar.lessons}</td></tr>)}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
