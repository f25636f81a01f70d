import type { SkillDraft, SkillView } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, Panel, Refusal, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDiscardSkill, useEditSkill } from '../api.ts';
import styles from './skill-form.module.css';
import { fieldsOf, readFields } from './skill-form.rules.ts';

const LANGUAGES = ['zh', 'en'] as const;

/** How `version`, the next one, shall define a skill, both languages side by side. What another person saved in between is never written over. */
export function SkillForm({ skill, item, version, edit }: { skill: SkillView; item?: SkillDraft; version: number; edit: boolean }) {
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
  const field = (path: string, label: string, rows: number, language?: 'zh' | 'en') => {
    const error = wrong.includes(path) ? t('edit.wrong') : undefined;
    const shared = { ...control(path, error), value: fields[path]!, disabled: !edit, lang: language === 'zh' ? 'zh-CN' : language };
    const change = (value: string) => setFields({ ...fields, [path]: value });
    return (
      <Field key={path} id={path} label={language ? t(`edit.in.${language}`, { label }) : label} error={error}>
        {rows > 1 ? <textarea {...shared} rows={rows} onChange={(event) => change(event.target.value)} /> : <input {...shared} onChange={(event) => change(event.target.value)} />}
      </Field>
    );
  };
  const pair = (path: string, label: string, rows: number) => <div className={styles.pair}>{LANGUAGES.map((language) => field(`${path}.${language}`, label, rows, language))}</div>;
  return (
    <Panel title={t('edit.title')} context={t('edit.context')}>
      <form className={styles.form} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        {pair('name', t('edit.name'), 1)}
        {pair('description', t('edit.description'), 2)}
        <div className={styles.months}>{field('halfLifeMonths', t('edit.halfLife'), 1)}</div>
        {[1, 2, 3, 4, 5].map((level) => <div key={level}>{pair(`anchors.${level - 1}`, t('edit.anchor', { level }), 4)}</div>)}
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
