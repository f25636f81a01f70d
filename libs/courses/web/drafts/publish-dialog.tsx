import type { CourseDraft, PublishVersion } from '@zhixing/courses/contract';
import { Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { coursePath } from '../paths.ts';
import { usePublish } from './api.ts';
import { ChangeForm } from './change-form.tsx';
import { Changes } from './changes.tsx';
import styles from './dialog.module.css';

/** Before publishing: which version, what changes, who is learning, and what the author says of the change. There is no way back, so it asks. */
export function PublishDialog({ draft, open, onClose }: { draft: CourseDraft; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const publish = usePublish(draft.courseId);
  const [said, setSaid] = useState<PublishVersion>({ note: '', carryOver: false, deltaCourseId: null });
  const [asked, setAsked] = useState(false);
  const next = draft.version > 1;
  const send = () => {
    setAsked(true);
    if (next && !said.change) return;
    publish.mutate({ version: draft.version, said }, {
      onSuccess: ({ version }) => {
        toast.success(t('draft.published', { version }));
        void navigate(coursePath(draft.courseId));
      },
    });
  };
  const footer = (
    <>
      <Button size="large" onClick={onClose}>{t('draft.cancel')}</Button>
      <Button size="large" type="primary" loading={publish.isPending} onClick={send}>{t('draft.publishVersion', { version: draft.version })}</Button>
    </>
  );
  return (
    <Sheet open={open} side="middle" title={t('draft.publishTitle')} footer={footer} onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.what}>{t('draft.publishWhat', { title: draft.title, version: draft.version })}</p>
        <Changes changes={draft.report.changes} />
        {next && <ChangeForm courseId={draft.courseId} value={said} wrong={asked && !said.change} onChange={setSaid} />}
        <p className={styles.final}>{t('draft.publishFinal')}</p>
        {publish.isError && <Refusal error={publish.error} />}
      </div>
    </Sheet>
  );
}
