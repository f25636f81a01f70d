import type { SkillDefinition, SkillDraft } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { holdEnterWhileComposing, Panel, Refusal, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDiscardSkill, useEditSkill } from '../api.ts';
import styles from './skill-form.module.css';
import { fieldsOf, readFields } from './skill-form.rules.ts';
import { WordingFields } from './wording-fields.tsx';

/** How `version`, the next one, shall define a skill, both languages side by side. What another person saved in between is never written over. */
export function SkillForm({ skill, item, version, edit }: { skill: SkillDefinition; item?: SkillDraft; version: number; edit: boolean }) {
  const { t } = useTranslation('skills');
  const navigate = useNavigate();
  const [fields, setFields] = useState(() => fieldsOf(item?.draft ?? skill));
  const [wrong, setWrong] = useState<string[]>([]);
  const store = useEditSkill(skill.id);
  const discard = useDiscardSkill();
  const leave = () => void navigate(skillsPages.administration.path);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readFields(fields);
    setWrong('wrong' in read ? read.wrong : []);
    if ('wrong' in read) return document.getElementById(read.wrong[0]!)?.focus();
    store.mutate({ skill: { ...read.skill, version }, revision: item?.revision ?? 0 }, { onSuccess: () => { toast.success(t('edit.saved')); leave(); } });
  };
  return (
    <Panel title={t('edit.title')} context={t('edit.context')}>
      <form className={styles.form} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        <WordingFields fields={fields} wrong={wrong} disabled={!edit} onChange={setFields} />
        {store.isError && <Refusal error={store.error} />}
        {edit && (
          <div className={styles.foot}>
            <Button type="primary" size="large" htmlType="submit" loading={store.isPending}>{t('edit.save')}</Button>
            {item && <Button size="large" danger loading={discard.isPending} onClick={() => discard.mutate(skill.id, { onSuccess: () => { toast.success(t('edit.discarded')); leave(); } })}>{t('edit.discard')}</Button>}
          </div>
        )}
      </form>
    </Panel>
  );
}
