import styles from './landscape.module.css';

const STARS: [x: number, y: number, r: number][] = [
  [74, 118, 5], [150, 70, 8], [238, 118, 6], [182, 172, 4.5], [300, 52, 4.5], [352, 128, 9], [96, 206, 4], [270, 204, 6.5], [430, 66, 4],
];
const LINKS: [from: number, to: number][] = [[0, 1], [1, 2], [2, 3], [0, 3], [1, 4], [4, 5], [2, 5], [3, 6], [2, 7], [5, 7], [4, 8], [5, 8]];

/** The calm picture of the login page: points of knowledge in the sky, and below them the way up. */
export function Landscape() {
  return (
    <svg aria-hidden className={styles.landscape} viewBox="0 0 640 620" preserveAspectRatio="xMidYMax slice">
      <circle className={styles.halo} cx="478" cy="236" r="118" />
      <circle className={styles.glow} cx="478" cy="236" r="84" />
      <circle className={styles.sun} cx="478" cy="236" r="52" />
      <g className={styles.links}>
        {LINKS.map(([from, to]) => <line key={`${from} ${to}`} x1={STARS[from]![0]} y1={STARS[from]![1]} x2={STARS[to]![0]} y2={STARS[to]![1]} />)}
        <path className={styles.fall} d="M270 204C272 246 330 222 350 240" />
      </g>
      <g className={styles.stars}>
        {STARS.map(([x, y, r]) => <circle key={x} cx={x} cy={y} r={r} />)}
        <circle className={styles.bright} cx="352" cy="128" r="4" />
        <circle className={styles.bright} cx="150" cy="70" r="3.500" />
      </g>
      <path className={styles.hill1} d="M-60 620V402C20 352 66 336 118 356s86 50 138 22 54-92 96-92 66 66 118 82 92-34 140-30 70 32 110 44V620z" />
      <path className={styles.hill2} d="M-60 620V468c64-30 116-36 176-14s92 30 150 0 92-66 150-60 96 60 150 70 92-24 154-26V620z" />
      <path className={styles.hill3} d="M-60 620V520c70-14 132-4 192 18s128 26 196-6 116-42 176-26 112 40 216 22V620z" />
      <path className={styles.hill4} d="M-60 620v-34c96-22 176-14 262 6s176 14 262-8 150-16 256 4v32z" />
      <path className={styles.way} d="M96 590c46-22 122-18 148-44s-30-44 6-70 96-14 118-42-28-40-18-72c5-18 4-40 2-62" />
      <g className={styles.steps}>
        <circle cx="244" cy="546" r="7" />
        <circle cx="250" cy="476" r="6" />
        <circle cx="368" cy="434" r="5.500" />
      </g>
      <path className={styles.pole} d="M352 288v-42" />
      <path className={styles.flag} d="M352 246h30l-7 8 7 8h-30z" />
    </svg>
  );
}
