import { TONES } from './avatar.tsx';
import styles from './cover.module.css';
import { PATTERNS } from './cover-patterns.tsx';
import { numbersFrom, seedOf } from './seed.ts';

/**
 * A picture drawn by code: `tone` (0 to 6) is the colour of the business domain (`Domain.options.indexOf(course.domain)`), `id`
 * chooses the pattern and its course. The same id looks the same everywhere. Fills the width it is given.
 */
export function Cover({ tone, id, height = 112, rounded = false }: { tone: number; id: string; height?: number | string; rounded?: boolean }) {
  const seed = seedOf(id);
  const Pattern = PATTERNS[seed % PATTERNS.length]!;
  const shade = ((tone % TONES) + TONES) % TONES;
  return (
    <svg
      aria-hidden className={`${styles.cover} ${styles[`tone${shade}`]} ${rounded ? styles.rounded : ''}`} style={{ height }}
      viewBox="0 0 320 128" preserveAspectRatio="xMidYMid slice"
    >
      <rect className={styles.ground} width="320" height="128" />
      <Pattern next={numbersFrom(seed)} c={styles} />
    </svg>
  );
}
