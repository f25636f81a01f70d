import type { ComponentType, ReactNode } from 'react';

/** A pattern fills 320 x 128 with three shades of the cover's tone; `next` gives its repeatable numbers, `c` the classes of the shades. */
type Pattern = ComponentType<{ next: () => number; c: Record<string, string | undefined> }>;

const row = (count: number, draw: (at: number) => ReactNode): ReactNode[] => Array.from({ length: count }, (_, at) => draw(at));

/** Quarter circles on a grid, each turned its own way (Truchet tiles), some of them filled. */
const Arcs: Pattern = ({ next, c }) => {
  const size = 32;
  const shades = [c.far, c.far, c.near, c.front];
  return row(40, (at) => {
    const [x, y] = [(at % 10) * size, Math.floor(at / 10) * size];
    const turn = `rotate(${Math.floor(next() * 4) * 90} ${x + size / 2} ${y + size / 2})`;
    const [kind, shade] = [next(), shades[Math.floor(next() * shades.length)]];
    if (kind < 0.22) return null;
    if (kind < 0.7) return <path key={at} className={shade} transform={turn} d={`M${x} ${y}h${size}a${size} ${size} 0 0 1 -${size} ${size}z`} />;
    return <path key={at} className={c.nearLine} strokeWidth="3" transform={turn} d={`M${x + size / 2} ${y}a${size / 2} ${size / 2} 0 0 1 -${size / 2} ${size / 2}M${x + size} ${y + size / 2}a${size / 2} ${size / 2} 0 0 0 -${size / 2} ${size / 2}`} />;
  });
};

/** Lines of water, each a little behind the one before. */
const Waves: Pattern = ({ next, c }) => {
  const [phase, length, lift] = [next() * 160, 90 + next() * 60, 9 + next() * 7];
  return row(9, (at) => {
    const y = 22 + at * 13;
    const start = -length * 2 + ((phase + at * 23) % length);
    const wave = `M${start} ${y}${'q' + `${length / 4} ${-lift} ${length / 2} 0t${length / 2} 0`}${`t${length / 2} 0`.repeat(10)}`;
    return <path key={at} className={at % 4 === 1 ? c.frontLine : at % 2 ? c.nearLine : c.farLine} strokeWidth={at % 4 === 1 ? 4 : 3} d={wave} />;
  });
};

/** Points and their links: a graph with one centre. */
const Nodes: Pattern = ({ next, c }) => {
  const points = Array.from({ length: 15 }, (_, at) => ({ x: 18 + (at % 5) * 71 + (next() - 0.5) * 46, y: 18 + Math.floor(at / 5) * 46 + (next() - 0.5) * 28 }));
  const centre = 6 + Math.floor(next() * 3);
  const links = points.flatMap((from, at) => points
    .map((to, other) => ({ other, far: Math.hypot(from.x - to.x, from.y - to.y) }))
    .filter(({ other }) => other !== at)
    .sort((one, two) => one.far - two.far)
    .slice(0, at === centre ? 6 : 2)
    .map(({ other }) => ({ from: at, to: other })));
  return <>
    {links.map(({ from, to }, at) => (
      <line key={at} className={from === centre ? c.nearLine : c.farLine} strokeWidth={from === centre ? 3 : 2} x1={points[from]!.x} y1={points[from]!.y} x2={points[to]!.x} y2={points[to]!.y} />
    ))}
    {points.map(({ x, y }, at) => <circle key={at} className={at === centre ? c.front : at % 3 === 0 ? c.near : c.far} cx={x} cy={y} r={at === centre ? 14 : 4 + (at % 3) * 2.5} />)}
    <circle className={c.hole} cx={points[centre]!.x} cy={points[centre]!.y} r="6" />
  </>;
};

/** Traces of a board: straight, bent once, with pads at their ends. */
const Circuit: Pattern = ({ next, c }) => <>
  {row(10, (at) => {
    const y = 8 + at * 12.5;
    const [from, bend, rise] = [next() < 0.5 ? -10 : 20 + next() * 60, 90 + next() * 130, (next() < 0.5 ? -1 : 1) * (12.5 + Math.floor(next() * 2) * 12.5)];
    const end = bend + Math.abs(rise) + 24 + next() * 90;
    const shade = ['far', 'near', 'far', 'front'][Math.floor(next() * 4)]!;
    return (
      <g key={at}>
        <path className={c[`${shade}Line`]} strokeWidth="3" d={`M${from} ${y}H${bend}l${Math.abs(rise)} ${rise}H${end}`} />
        <circle className={c[shade]} cx={end} cy={y + rise} r="5.5" />
        <circle className={c.hole} cx={end} cy={y + rise} r="2" />
        {from > 0 && <circle className={c[shade]} cx={from} cy={y} r="4" />}
      </g>
    );
  })}
</>;

/** Hills one behind the other under a low sun. */
const Hills: Pattern = ({ next, c }) => {
  const ridge = (base: number, lift: number) => {
    const [a, b, d] = [next() * lift, next() * lift, next() * lift];
    return `M0 128V${base - a}C50 ${base - a - lift} 80 ${base - b} 130 ${base - b}S210 ${base - d - lift} 250 ${base - d}S300 ${base - a} 320 ${base - a - 6}V128z`;
  };
  const sun = { x: 60 + next() * 200, y: 34 + next() * 14 };
  return <>
    <circle className={c.farLine} strokeWidth="2" cx={sun.x} cy={sun.y} r="34" />
    <circle className={c.far} cx={sun.x} cy={sun.y} r="22" />
    <path className={c.far} d={ridge(82, 26)} />
    <path className={c.near} d={ridge(104, 22)} />
    <path className={c.front} d={ridge(126, 18)} />
  </>;
};

/** Dots that swell towards a point. */
const Dots: Pattern = ({ next, c }) => {
  const [x0, y0, reach] = [60 + next() * 200, 20 + next() * 90, 110 + next() * 50];
  return row(160, (at) => {
    const [x, y] = [8 + (at % 20) * 16, 8 + Math.floor(at / 20) * 16];
    const near = Math.max(0, 1 - Math.hypot(x - x0, (y - y0) * 1.2) / reach);
    return <circle key={at} className={near > 0.66 ? c.front : near > 0.3 ? c.near : c.far} cx={x} cy={y} r={1.6 + near * 5.6} />;
  });
};

/** Plates stacked in perspective: one layer on the other. */
const Layers: Pattern = ({ next, c }) => {
  const stack = (x: number, y: number, width: number, floors: number) => row(floors, (floor) => {
    const [half, top] = [width / 4, y - floor * 15];
    const shade = [c.far, c.near, c.front][(floor + 3 - (floors % 3)) % 3];
    return (
      <g key={`${x} ${floor}`}>
        <path className={c.hole} d={`M${x} ${top - half + 7}l${width / 2} ${half}l${-width / 2} ${half}l${-width / 2} ${-half}z`} />
        <path className={shade} d={`M${x} ${top - half}l${width / 2} ${half}l${-width / 2} ${half}l${-width / 2} ${-half}z`} />
      </g>
    );
  });
  const shift = next() * 30;
  return <>
    {stack(20 + shift, 96, 92, 2 + Math.floor(next() * 2))}
    {stack(150 + shift, 92, 120, 3 + Math.floor(next() * 2))}
    {stack(276 + shift, 100, 96, 1 + Math.floor(next() * 3))}
  </>;
};

/** Rings around two centres, like a stone thrown into water. */
const Rings: Pattern = ({ next, c }) => {
  const one = { x: 20 + next() * 110, y: 128 - next() * 40 };
  const two = { x: 220 + next() * 90, y: next() * 44 };
  return <>
    {row(7, (at) => <circle key={`a${at}`} className={at % 3 === 0 ? c.nearLine : c.farLine} strokeWidth="5" cx={one.x} cy={one.y} r={18 + at * 20} />)}
    <circle className={c.near} cx={one.x} cy={one.y} r="9" />
    {row(4, (at) => <circle key={`b${at}`} className={at === 0 ? c.frontLine : c.nearLine} strokeWidth="5" cx={two.x} cy={two.y} r={20 + at * 14} />)}
    <circle className={c.front} cx={two.x} cy={two.y} r="11" />
  </>;
};

/** The families, chosen by the id's seed. */
export const PATTERNS: readonly Pattern[] = [Arcs, Waves, Nodes, Circuit, Hills, Dots, Layers, Rings];
