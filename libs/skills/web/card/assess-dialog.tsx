import type { PersonSkill } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, localized, QueryView, Refusal, Sheet, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { skillQuery, useAssess } from '../api.ts';
import styles from './assess-dialog.module.css';

const NOTE_LIMIT = 200;

/** Assessing oneself, with the anchors beside the choice. It opens no level: only verified evidence does. */
export function AssessDialog({ line, onClose }: { line: PersonSkill | undefined; onClose: () => void }) {
  const { t } = useTranslation('skills');
  return (
    <Sheet open={line !== undefined} side="middle" title={line ? t('assess.title', { skill: localized(line.skill.name) }) : ''} onClose={onClose}>
      {line && <Form key={line.skill.id} line={line} onClose={onClose} />}
    </Sheet>
  );
}

function Form({ line, onClose }: { line: PersonSkill; onClose: () => void }) {
  const { t } = useTranslation('skills');
  const query = useQuery(skillQuery(line.skill.id));
  const [level, setLevel] = useState(line.claimed?.level ?? (line.level || 1));
  const [note, setNote] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const assess = useAssess();
  const send = (event: FormEvent) => {
    event.preventDefault();
    assess.mutate({ skillId: line.skill.id, level, note, key }, { onSuccess: () => { toast.success(t('assess.saved')); onClose(); } });
  };
  return (
    <form className={styles.form} onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      <p className={styles.what}>{t('assess.what')}</p>
      <QueryView query={query} loading={<Skeleton lines={6} />}>
        {({ anchors }) => (
          <fieldset className={styles.levels}>
            <legend className={styles.legend}>{t('assess.level')}</legend>
            {anchors.map((anchor, i) => (
              <label key={anchor.en} className={styles.level}>
                <input type="radio" name="level" className={styles.radio} checked={level === i + 1} onChange={() => setLevel(i + 1)} />
                <span><strong>{t('level.of', { level: i + 1 })}</strong><br />{localized(anchor)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </QueryView>
      <Field id="assess-note" label={t('assess.note')} hint={t('assess.noteHint')}>
        <input {...control('assess-note', undefined, true)} lang="zh-CN" maxLength={NOTE_LIMIT} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {assess.isError && <Refusal error={assess.error} />}
      <div className={styles.foot}>
        <Button size="large" onClick={onClose}>{t('cancel')}</Button>
        <Button size="large" type="primary" htmlType="submit" loading={assess.isPending}>{t('assess.save')}</Button>
      </div>
    </form>
  );
}
