import { text } from '@zhixing/platform/web';
import styles from './level.module.css';

const LEVELS = [1, 2, 3, 4, 5];

/** "3 级", or that there is no evidence yet. Needs the texts of `skills`. */
export const levelText = (level: number): string => (level === 0 ? text('skills:level.none') : text('skills:level.of', { level }));

/** Five steps, filled up to the level, with a mark at the target. Decoration: the words stand beside it. */
export function LevelSteps({ level, target }: { level: number; target?: number }) {
  return (
    <span aria-hidden className={styles.steps}>
      {LEVELS.map((step) => <span key={step} className={`${styles.step} ${step <= level ? styles.reached : ''} ${step === target ? styles.target : ''}`} />)}
    </span>
  );
}
