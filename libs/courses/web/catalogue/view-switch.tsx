import AppstoreOutlined from '@ant-design/icons/AppstoreOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { useTranslation } from 'react-i18next';
import styles from './view-switch.module.css';

const ICONS = { grid: AppstoreOutlined, list: UnorderedListOutlined } as const;

/** Cards or lines. */
export function ViewSwitch({ view, onChange }: { view: keyof typeof ICONS; onChange: (view: keyof typeof ICONS) => void }) {
  const { t } = useTranslation('courses');
  return (
    <div role="group" aria-label={t('view.label')} className={styles.switch}>
      {(['grid', 'list'] as const).map((one) => {
        const Icon = ICONS[one];
        return <button key={one} type="button" className={styles.one} aria-label={t(`view.${one}`)} title={t(`view.${one}`)} aria-pressed={view === one} onClick={() => onChange(one)}><Icon aria-hidden /></button>;
      })}
    </div>
  );
}
