import type { ReactNode } from 'react';
import styles from './drawing.module.css';

/** The empty-state drawings: one line style, two colours, 160 px wide; decoration beside words. */
export type DrawingName = 'courses' | 'done' | 'search' | 'team' | 'broken' | 'lost';

const LINES: Record<DrawingName, ReactNode> = {
  courses: <>
    <path d="M80 44c-9-8-23-11-40-10v54c17-1 31 2 40 10 9-8 23-11 40-10V34c-17-1-31 2-40 10z" />
    <path d="M80 44v54" />
    <path d="M52 48c7 0 13 1 18 4M52 60c7 0 13 1 18 4M52 72c7 0 13 1 18 4" />
    <g className={styles.accent}>
      <path className={styles.tint} d="M98 35v28l7-6 7 6V33.5" />
      <path d="M122 14v12M116 20h12M36 16v8M32 20h8" />
    </g>
  </>,
  done: <>
    <path d="M24 100c14-2 22-16 34-32 9-12 17-12 26-1l26 33" />
    <path d="M92 76c7-8 15-8 22 0l20 24" />
    <path d="M14 100h132" />
    <path d="M70 58V22" />
    <g className={styles.accent}>
      <path className={styles.tint} d="M70 22h32l-8 9 8 9H70z" />
      <path d="M36 34l6 6 11-12" />
      <circle cx="44" cy="34" r="15" />
    </g>
  </>,
  search: <>
    <path d="M40 16h50l18 18v24M40 16v84h36" />
    <path d="M90 16v18h18" />
    <path d="M54 46h34M54 58h22M54 70h16" />
    <g className={styles.accent}>
      <circle className={styles.tint} cx="98" cy="78" r="19" />
      <path d="M112 92l16 16M90 78h16" />
    </g>
  </>,
  team: <>
    <circle cx="42" cy="50" r="10" />
    <path d="M22 90c0-14 8-22 20-22 5 0 10 2 13 5" />
    <circle cx="118" cy="50" r="10" />
    <path d="M138 90c0-14-8-22-20-22-5 0-10 2-13 5" />
    <path d="M14 100h132" />
    <g className={styles.accent}>
      <circle className={styles.tint} cx="80" cy="40" r="13" />
      <path className={styles.tint} d="M54 90c0-17 10-28 26-28s26 11 26 28z" />
    </g>
  </>,
  broken: <>
    <path d="M48 84h-8a20 20 0 0 1-3-39.8A28 28 0 0 1 90 34M100 36a22 22 0 0 1 10 3 24 24 0 0 1 8 45h-6" />
    <path d="M14 104h132" />
    <g className={styles.accent}>
      <path className={styles.tint} d="M88 46L66 76h16l-8 24 26-34H83l9-20z" />
    </g>
  </>,
  lost: <>
    <path d="M20 104h120" />
    <path d="M78 104V22" />
    <path d="M78 30h38l10 9-10 9H78z" />
    <path d="M78 56H48l-9 8 9 8h30" />
    <path d="M30 104c2-8 6-12 12-12M118 104c0-6 3-10 8-11" />
    <g className={styles.accent}>
      <circle className={styles.tint} cx="78" cy="18" r="6" />
      <path d="M88 39h18M52 64h14" />
    </g>
  </>,
};

/** One of the drawings. */
export function Drawing({ name }: { name: DrawingName }) {
  return <svg aria-hidden className={styles.drawing} width="160" height="120" viewBox="0 0 160 120">{LINES[name]}</svg>;
}
