import { Link, useLocation } from 'react-router';
import styles from './tab-links.module.css';

/** Views of one list, each with an address of its own: links, so that the way back and a new window work. */
export function TabLinks({ label, current, parameter, tabs }: { label: string; current: string; parameter: string; tabs: readonly { key: string; label: string; count?: number }[] }) {
  const { pathname } = useLocation();
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab, place) => (
        <Link
          key={tab.key} to={place === 0 ? pathname : `${pathname}?${parameter}=${tab.key}`} preventScrollReset
          className={`${styles.tab} ${tab.key === current ? styles.current : ''}`} aria-current={tab.key === current ? 'page' : undefined}
        >
          {tab.label}{tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
