import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './sheet.module.css';

/**
 * A native dialog over the page: from below on a phone (`bottom`), from the left (`left`), or in the middle (`middle`). Focus stays
 * inside and returns; Escape and a press beside it close.
 */
export function Sheet({ open, title, side, footer, onClose, children }: {
  open: boolean;
  title: string;
  side: 'bottom' | 'left' | 'middle';
  footer?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // a press that began inside and ended over a list that opened under it is a click on the dialog too
  const beganBeside = useRef(false);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog} aria-labelledby={id} className={`${styles.sheet} ${styles[side]}`} onClose={onClose}
      onPointerDown={(event) => { beganBeside.current = event.target === event.currentTarget; }} onClick={(event) => beganBeside.current && event.target === event.currentTarget && onClose()}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={id} className={styles.title}>{title}</h2>
            <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}><CloseOutlined aria-hidden /></button>
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
