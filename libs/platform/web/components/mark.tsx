import styles from './mark.module.css';

/** The product's mark: points of knowledge (知) joined into a path that goes up (行). Decoration; the name stands beside it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden className={styles.mark} width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="8" />
      <path d="M8 22.500l6.500-8 4 4 6-8.500M19.300 9.500H25v5.700" />
      <circle cx="8" cy="22.500" r="2.600" />
      <circle cx="14.500" cy="14.500" r="2.600" />
    </svg>
  );
}
