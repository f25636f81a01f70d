import { control } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './team.module.css';
import { today } from './today.ts';

/** The day to compare the figures with; empty = a month ago. */
export function AsOfField({ value, onChange }: { value: string | undefined; onChange: (day: string | undefined) => void }) {
  const { t } = useTranslation('insights');
  return (
    <div className={styles.asOf}>
      <label htmlFor="as-of">{t('team.asOf')}</label>
      <input {...control('as-of')} type="date" max={today()} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
    </div>
  );
}
