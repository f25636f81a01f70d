import styles from './avatar.module.css';
import { seedOf } from './seed.ts';

/** Tints there are (`--zx-tone-0-…` to `--zx-tone-6-…` in the theme). */
export const TONES = 7;

/** The last two hanzi of a name, or two initials of a Latin one. */
export function initialsOf(name: string): string {
  const hanzi = [...name].filter((letter) => /\p{Script=Han}/u.test(letter));
  if (hanzi.length > 0) return hanzi.slice(-2).join('');
  return name.split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('').toUpperCase();
}

/** A person's mark: colleagues of a department share the tint. Always beside the name, so it says nothing to a screen reader. */
export function Avatar({ name, departmentId, size = 32 }: { name: string; departmentId: string; size?: 24 | 32 | 40 | 56 }) {
  const tone = seedOf(departmentId) % TONES;
  return (
    <span aria-hidden lang="zh-CN" className={styles.avatar} style={{ width: size, height: size, fontSize: Math.round(size * 0.36), color: `var(--zx-tone-${tone}-ink)`, background: `var(--zx-tone-${tone}-ground)` }}>
      {initialsOf(name)}
    </span>
  );
}
