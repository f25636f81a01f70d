import type { GrantView } from '@zhixing/people/contract';
import { Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndGrant } from './api.ts';
import styles from './dialog.module.css';

/** Before a grant ends: it ends at once. */
export function EndDialog({ grant, onClose }: { grant: GrantView | undefined; onClose: () => void }) {
  const { t } = useTranslation('people');
  return (
    <Sheet open={grant !== undefined} side="middle" title={t('roles.endTitle')} onClose={onClose}>
      {grant && <Confirmation grant={grant} onClose={onClose} />}
    </Sheet>
  );
}

function Confirmation({ grant, onClose }: { grant: GrantView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const end = useEndGrant(grant.role);
  const send = () => end.mutate(grant.id, {
    onSuccess: () => {
      toast.success(t('roles.ended'));
      onClose();
    },
  });
  return (
    <div className={styles.form}>
      <p className={styles.what}><strong lang="zh-CN">{grant.person.displayName}</strong> {grant.person.staffNumber} · {t(`roles.role.${grant.role}`)}</p>
      <p className={styles.what}>{t('roles.endWhat')}</p>
      {end.isError && <Refusal error={end.error} />}
      <div className={styles.buttons}>
        <Button size="large" onClick={onClose}>{t('roles.keep')}</Button>
        <Button size="large" type="primary" danger loading={end.isPending} onClick={send}>{t('roles.endNow')}</Button>
      </div>
    </div>
  );
}
