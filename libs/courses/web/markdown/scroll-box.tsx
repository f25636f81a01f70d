import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './markdown.module.css';

/** What may be wider than the page scrolls inside its own box; the keyboard reaches it when there is something to scroll. */
export function ScrollBox({ name, children }: { name: 'table' | 'code' | 'diagram'; children: ReactNode }) {
  const { t } = useTranslation('courses');
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return <div ref={box} className={styles[`${name}Box`]} data-scrolls={scrolls || undefined} {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': t(`reading.${name}`) })}>{children}</div>;
}
