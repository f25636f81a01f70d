import { skillsPages } from '@zhixing/skills/contract';
import { localized } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './section-links.module.css';

const SECTIONS = [skillsPages.mine, skillsPages.framework, skillsPages.profiles];

/** The three pages about skills that everybody has. */
export function SectionLinks() {
  const { t } = useTranslation('skills');
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('sections')} className={styles.links}>
      {SECTIONS.map(({ path, title }) => <Link key={path} to={path} className={styles.link} aria-current={path === pathname ? 'page' : undefined}>{localized(title)}</Link>)}
    </nav>
  );
}
