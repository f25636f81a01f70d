import type { PathDraftView } from '@zhixing/plans/contract';
import { toast } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../components/form-dialog.tsx';
import { usePublishPath } from './api.ts';
import styles from './editor.module.css';

/** Says who is affected, then publishes. */
export function PublishDialog({ view: { id, version, impact }, onClose }: { view: PathDraftView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const publish = usePublishPath(id, 'publish');
  const done = () => {
    toast.success(t('paths.edit.published'));
    onClose();
  };
  return (
    <FormDialog title={t('paths.edit.publishTitle', { version: version + 1 })} send={t('paths.edit.publish')} pending={publish.isPending} error={publish.error} onSend={() => publish.mutate(undefined, { onSuccess: done })} onClose={onClose}>
      <p className={styles.small}>{version === 0 ? t('paths.edit.first') : t('paths.edit.impact', { count: impact.people })}</p>
      {impact.completed > 0 && <p className={styles.small}>{t('paths.edit.kept', { count: impact.completed })}</p>}
    </FormDialog>
  );
}

/** Says what stays, then retires. */
export function RetireDialog({ view: { id, impact }, onClose }: { view: PathDraftView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const retire = usePublishPath(id, 'retire');
  return (
    <FormDialog danger title={t('paths.edit.retireTitle')} send={t('paths.edit.retire')} pending={retire.isPending} error={retire.error} onSend={() => retire.mutate(undefined, { onSuccess: onClose })} onClose={onClose}>
      <p className={styles.small}>{t('paths.edit.retireWhy', { count: impact.people })}</p>
    </FormDialog>
  );
}
