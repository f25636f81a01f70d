import CloseOutlined from '@ant-design/icons/CloseOutlined';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './drawer.module.css';
import { Navigation } from './navigation.tsx';

/** The whole menu on a phone, for those whose menu holds more than the tabs. A native dialog: focus stays inside, Escape closes. */
export function Drawer() {
  const { t } = useTranslation('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className={styles.open} aria-label={t('openMenu')} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}><MenuOutlined aria-hidden /></button>
      <dialog ref={dialog} className={styles.drawer} aria-label={t('menu')} onClick={(event) => event.target === event.currentTarget && close()}>
        <div className={styles.inside}>
          <button type="button" className={styles.close} aria-label={t('closeMenu')} onClick={close}><CloseOutlined aria-hidden /></button>
          <Navigation onLeave={close} />
        </div>
      </dialog>
    </>
  );
}
