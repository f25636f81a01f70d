import { localized } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { entryOf, useMenu } from './menu.ts';
import styles from './navigation.module.css';

/** The menu by groups: at the left of a wide screen, inside the drawer of a narrow one. */
export function Navigation({ onLeave }: { onLeave?: () => void }) {
  const { t } = useTranslation('shell');
  const { groups } = useMenu();
  const { pathname } = useLocation();
  const current = entryOf(pathname, groups.flatMap((group) => group.items));
  return (
    <nav aria-label={t('menu')} className={styles.navigation}>
      {groups.map((group) => (
        <div key={group.name} className={styles.group}>
          <p id={`group-${group.name}`} className={styles.heading}>{t(`group.${group.name}`)}</p>
          <ul aria-labelledby={`group-${group.name}`}>
            {group.items.map((item) => (
              <li key={item.key}>
                <Link to={item.path} className={`${styles.entry} ${item === current ? styles.current : ''}`} aria-current={item === current ? 'page' : undefined} onClick={onLeave}>
                  <item.icon className={styles.icon} />{localized(item.title)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The tabs at the foot of a phone. */
export function PhoneTabs() {
  const { t } = useTranslation('shell');
  const { tabs } = useMenu();
  const { pathname } = useLocation();
  const current = entryOf(pathname, tabs);
  return (
    <nav aria-label={t('tabs')} className={styles.tabs}>
      {tabs.map((item) => (
        <Link key={item.key} to={item.path} className={`${styles.tab} ${item === current ? styles.current : ''}`} aria-current={item === current ? 'page' : undefined}>
          <item.icon className={styles.icon} /><span>{localized(item.title)}</span>
        </Link>
      ))}
    </nav>
  );
}
