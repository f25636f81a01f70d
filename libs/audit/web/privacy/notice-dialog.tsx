import { sentenceOf } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAcknowledge } from '../api.ts';
import styles from './notice-dialog.module.css';
import { NoticeText } from './notice-text.tsx';

/** The notice over the page: it stays until one says that one has read it. */
export default function NoticeDialog({ version }: { version: number }) {
  const { t } = useTranslation('audit');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const acknowledge = useAcknowledge();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} className={styles.dialog} onCancel={(event) => event.preventDefault()}>
      <div className={styles.inside}>
        <h2 id={id} className={styles.title}>{t('privacy.title')}</h2>
        <div className={styles.body} tabIndex={0} role="region" aria-labelledby={id}><NoticeText level={3} /></div>
        <div className={styles.foot}>
          {acknowledge.isError && <p role="alert" className={styles.failed}>{sentenceOf(acknowledge.error)}</p>}
          <Button size="large" type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(version)}>{t('privacy.acknowledge')}</Button>
        </div>
      </div>
    </dialog>
  );
}
