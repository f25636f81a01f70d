import type { PersonCard } from '@zhixing/people/contract';
import { formatInstant } from '@zhixing/platform/web';
import { useState } from 'react';
import styles from './watermark.module.css';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!);

/** One tile: who reads, and below since when, rising like handwriting. Two of them fill a gap each, so that no corner of a screen stays without. */
function tile(who: string, when: string): string {
  const words = (x: number, y: number) => `<g transform="translate(${x} ${y}) rotate(-18)"><text>${escaped(who)}</text><text y="18">${escaped(when)}</text></g>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="300" font-family="sans-serif" font-size="14">${words(16, 110)}${words(226, 260)}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(image)}")`;
}

/**
 * Lies over pages with personal data of others and says who looks at them, by name and staff number, and since when: a photograph or a print of the page
 * leads back to its reader. For the eye only: it takes no clicks, and a screen reader hears nothing of it. Mounted anew for each page.
 */
export default function Watermark({ person: { displayName, staffNumber } }: { person: PersonCard }) {
  const [opened] = useState(() => new Date());
  return <div aria-hidden className={styles.watermark} data-watermark={`${displayName} ${staffNumber}`} style={{ maskImage: tile(`${displayName} ${staffNumber}`, formatInstant(opened)) }} />;
}
