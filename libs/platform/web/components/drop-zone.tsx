import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import styles from './drop-zone.module.css';

/**
 * A place for one file: dropped on it, chosen by a press or by the keyboard. `accept` = endings with their dot (`.zip`); another file, or several, is
 * answered by `wrong` at once. `choose` names the control.
 */
export function DropZone({ accept, title, hint, choose, wrong, onFile }: { accept: readonly string[]; title: ReactNode; hint: ReactNode; choose: string; wrong: string; onFile: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const fits = files.length === 1 && accept.some((ending) => file.name.toLowerCase().endsWith(ending));
    setRefused(!fits);
    if (fits) onFile(file);
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
        <span className={styles.title}>{title}</span>
        <span id={id} className={styles.hint}>{hint}</span>
        <input type="file" accept={accept.join(',')} className={styles.input} aria-label={choose} aria-describedby={id} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      </label>
      {refused && <p role="alert" className={styles.wrong}>{wrong}</p>}
    </div>
  );
}
