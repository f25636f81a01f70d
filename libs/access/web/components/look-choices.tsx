import { LANGUAGE_NAMES, useTheme } from '@zhixing/platform/web';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe, useSavePreferences } from '../api.ts';
import styles from './look-choices.module.css';

/** Language and theme; a choice shows at once and is kept with the account. */
export function LookChoices() {
  const { t } = useTranslation('access');
  const me = useMe();
  const theme = useTheme();
  const save = useSavePreferences();
  return (
    <div className={styles.choices}>
      <div>
        <p className={styles.label}>{t('profile.language')}</p>
        <Segmented
          aria-label={t('profile.language')} name="language" value={me.language} onChange={(language) => save.mutate({ language })}
          options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
        />
      </div>
      <div>
        <p className={styles.label}>{t('profile.theme')}</p>
        <Segmented
          aria-label={t('profile.theme')} name="theme" value={theme} onChange={(chosen) => save.mutate({ theme: chosen })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`platform:theme.${value}`) }))}
        />
      </div>
    </div>
  );
}
