import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './article.module.css';

/** A heading inside the text; `deep` = of the second rank. */
export interface Heading { id: string; title: string; deep: boolean }

/** The table of contents at the right, with the part on screen marked. */
export function Contents({ headings }: { headings: Heading[] }) {
  const { t } = useTranslation('courses');
  const current = useCurrent(headings);
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents" className={styles.heading}>{t('reading.contents')}</h2>
      <ul className={styles.list} lang="zh-CN">
        {headings.map((heading) => (
          <li key={heading.id}>
            <Link
              to={`#${heading.id}`} replace className={`${styles.link} ${heading.deep ? styles.deep : ''} ${heading.id === current ? styles.current : ''}`}
              aria-current={heading.id === current ? 'location' : undefined}
            >
              {heading.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useCurrent(headings: Heading[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = headings.filter((heading) => (document.getElementById(heading.id)?.getBoundingClientRect().top ?? Infinity) < 160);
      setCurrent((passed.at(-1) ?? headings[0])?.id);
    };
    const scrolled = () => { frame ||= requestAnimationFrame(look); };
    look();
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      window.removeEventListener('scroll', scrolled);
      cancelAnimationFrame(frame);
    };
  }, [headings]);
  return current;
}
