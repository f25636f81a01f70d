import { ExportButton, PageHeader } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { MyCorrections } from '../corrections/my-corrections.tsx';
import { KeptTables } from '../data/kept-tables.tsx';
import { Views } from '../data/views.tsx';
import styles from './my-data.module.css';

/** What is kept about me, who looked at it, a copy of it, and what is wrong with it. */
export default function MyDataPage() {
  const { t } = useTranslation('audit');
  return (
    <>
      <PageHeader title={t('data.title')} context={t('data.context')} action={<ExportButton kind="my-data" parameters={{}} label={t('data.export')} />} />
      <div className={styles.grid}>
        <KeptTables />
        <div className={styles.column}>
          <Views />
          <MyCorrections />
        </div>
      </div>
    </>
  );
}
