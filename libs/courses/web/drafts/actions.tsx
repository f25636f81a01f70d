import EyeOutlined from '@ant-design/icons/EyeOutlined';
import type { CourseDraft } from '@zhixing/courses/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { draftLessonPath } from '../paths.ts';
import styles from './actions.module.css';
import { blockersOf } from './blockers.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';

/** What can be done with a draft: look at it, throw it away, publish it; and why it cannot be published yet. */
export function DraftActions({ draft }: { draft: CourseDraft }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'publish' | 'discard' | null>(null);
  const blockers = blockersOf(draft);
  const first = draft.chapters[0]?.lessons[0]?.key;
  return (
    <div className={styles.box}>
      <div className={styles.buttons}>
        {draft.can.discard && <Button danger onClick={() => setDialog('discard')}>{t('draft.discard')}</Button>}
        {first && <Button icon={<EyeOutlined aria-hidden />} onClick={() => void navigate(draftLessonPath(draft.courseId, first))}>{t('draft.preview')}</Button>}
        {draft.can.publish && <Button type="primary" disabled={blockers.length > 0} aria-describedby={blockers.length > 0 ? 'publish-blocked' : undefined} onClick={() => setDialog('publish')}>{t('draft.publish')}</Button>}
      </div>
      {draft.can.publish && blockers.length > 0 && <p id="publish-blocked" className={styles.blocked}>{t('draft.blocked', { what: blockers.map((blocker) => t(`draft.blocker.${blocker}`)).join(t('comma')) })}</p>}
      <PublishDialog draft={draft} open={dialog === 'publish'} onClose={() => setDialog(null)} />
      <DiscardDialog draft={draft} open={dialog === 'discard'} onClose={() => setDialog(null)} />
    </div>
  );
}
