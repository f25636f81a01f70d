import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './drop-zone.module.css';

/** A place for one zip: dropped on it, chosen by a press or by the keyboard. What the browser can see is wrong is said at once. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const zip = files.length === 1 && /\.zip$/i.test(file.name);
    setWrong(!zip);
    if (zip) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div>
      <label className={`${styles.zone} ${over ? styles.over : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <InboxOutlined aria-hidden className={styles.icon} />
        <span className={styles.title}>{t('import.drop')}</span>
        <span id={id} className={styles.hint}>{t('import.dropHint')}</span>
        <input type="file" accept=".zip,application/zip" className={styles.input} aria-label={t('import.choose')} aria-describedby={id} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      </label>
      {wrong && <p role="alert" className={styles.wrong}>{t('import.oneZip')}</p>}
    </div>
  );
}
