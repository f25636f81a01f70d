import type { FrameworkDraft } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, localized, Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublishFramework } from '../api.ts';
import { Differences } from './differences.tsx';
import styles from './publish-dialog.module.css';

const NOTE_LIMIT = 200;

/** Before publishing: what changes in which skill, and a sentence about why. There is no way back, so it asks. */
export function PublishDialog({ draft, open, onClose }: { draft: FrameworkDraft; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('skills');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const publish = usePublishFramework();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!note.trim());
    if (!note.trim()) return document.getElementById('publish-note')?.focus();
    publish.mutate({ version: draft.version, note }, {
      onSuccess: ({ version }) => {
        toast.success(t('administration.published', { version }));
        setNote('');
        onClose();
      },
    });
  };
  const error = missing ? t('administration.noteMissing') : undefined;
  return (
    <Sheet open={open} side="middle" title={t('administration.publish', { version: draft.version })} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
        <p className={styles.what}>{t('administration.publishWhat')}</p>
        <ul className={styles.skills}>
          {draft.items.map((item) => (
            <li key={item.skill.id}>
              <h3 className={styles.name}>{localized(item.skill.name)}</h3>
              <Differences item={item} />
            </li>
          ))}
        </ul>
        <Field id="publish-note" label={t('administration.note')} hint={t('administration.noteHint')} error={error}>
          <input {...control('publish-note', error, true)} lang="zh-CN" maxLength={NOTE_LIMIT} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {publish.isError && <Refusal error={publish.error} />}
        <div className={styles.foot}>
          <Button size="large" onClick={onClose}>{t('cancel')}</Button>
          <Button size="large" type="primary" htmlType="submit" loading={publish.isPending}>{t('administration.publish', { version: draft.version })}</Button>
        </div>
      </form>
    </Sheet>
  );
}
