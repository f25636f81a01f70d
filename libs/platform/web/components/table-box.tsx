import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './table.module.css';

/** Around a table: on a narrow screen it scrolls inside, and the keyboard reaches it then. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return <div ref={box} className={styles.box} {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': label })}>{children}</div>;
}

/** The classes of a table inside: `table`, `number` cells, `sort` buttons in the head, `sorted`, `arrow`, `small` facts. */
export { styles as tableStyles };
