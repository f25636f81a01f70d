import { useTranslation } from 'react-i18next';
import styles from './notice-text.module.css';

const SECTIONS = ['what', 'why', 'who', 'long', 'rights', 'ask'] as const;

/** The privacy notice itself. `level` = that of its headings. */
export function NoticeText({ level }: { level: 2 | 3 }) {
  const { t } = useTranslation('audit');
  const Heading = `h${level}` as const;
  return (
    <div className={styles.text}>
      <p>{t('privacy.intro')}</p>
      {SECTIONS.map((section) => (
        <section key={section}>
          <Heading className={styles.heading}>{t(`privacy.${section}.title`)}</Heading>
          <p>{t(`privacy.${section}.text`)}</p>
        </section>
      ))}
    </div>
  );
}
