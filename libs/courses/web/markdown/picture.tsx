import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './picture.module.css';

/** Inside a link a picture is part of the link and does not open by itself. */
export const InsideLink = createContext(false);

/** A picture of the text; a press or Enter shows it as large as the screen allows. */
export function Picture({ src, alt, title }: { src: string; alt: string; title?: string }) {
  const { t } = useTranslation('courses');
  const [large, setLarge] = useState(false);
  const picture = <img src={src} alt={alt} title={title} loading="lazy" decoding="async" className={styles.picture} />;
  if (useContext(InsideLink)) return picture;
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" aria-label={t('reading.enlarge', { what: alt || t('reading.picture') })} onClick={() => setLarge(true)}>{picture}</button>
      {large && createPortal(<Large src={src} alt={alt} onClose={() => setLarge(false)} />, document.body)}
    </>
  );
}

/** A native dialog: Escape and a press anywhere close it, and the focus returns to the picture. */
function Large({ src, alt, onClose }: { src: string; alt: string; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} aria-label={alt || t('reading.picture')} className={styles.dialog} onClose={onClose} onClick={close}>
      <button type="button" className={styles.close} aria-label={t('close')} onClick={close}><CloseOutlined aria-hidden /></button>
      <img src={src} alt={alt} className={styles.large} />
      {alt && <p className={styles.words} lang="zh-CN">{alt}</p>}
    </dialog>
  );
}
