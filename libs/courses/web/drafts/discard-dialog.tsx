import type { CourseDraft } from '@zhixing/courses/contract';
import { Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DRAFTS_PATH } from '../paths.ts';
import { useDiscardDraft } from './api.ts';
import styles from './dialog.module.css';

/** Before a draft is thrown away: it cannot be brought back, only imported again. */
export function DiscardDialog({ draft, open, onClose }: { draft: CourseDraft; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const discard = useDiscardDraft(draft.courseId);
  const send = () => discard.mutate(undefined, {
    onSuccess: () => {
      toast.success(t('draft.discarded'));
      void navigate(DRAFTS_PATH);
    },
  });
  const footer = (
    <>
      <Button size="large" onClick={onClose}>{t('draft.keep')}</Button>
      <Button size="large" type="primary" danger loading={discard.isPending} onClick={send}>{t('draft.discard')}</Button>
    </>
  );
  return (
    <Sheet open={open} side="middle" title={t('draft.discardTitle')} footer={footer} onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.what}>{t(draft.report.changes ? 'draft.discardWhat' : 'draft.discardFirst', { title: draft.title })}</p>
        {discard.isError && <Refusal error={discard.error} />}
      </div>
    </Sheet>
  );
}
