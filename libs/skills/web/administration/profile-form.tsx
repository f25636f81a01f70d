import type { AddProfile } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, Panel, Refusal } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProfileFields, readProfile } from './profile-form.rules.ts';
import { RequirementFields } from './requirement-fields.tsx';
import styles from './skill-form.module.css';

const LANGUAGES = ['zh', 'en'] as const;

/** A role profile: names in both languages, whether its people are scarce, and which skills it asks for. `fixed` = its id is given. */
export function ProfileForm({ start, fixed, pending, error, onSend }: { start: ProfileFields; fixed: boolean; pending: boolean; error: unknown; onSend: (profile: AddProfile) => void }) {
  const { t } = useTranslation('skills');
  const [fields, setFields] = useState(start);
  const [wrong, setWrong] = useState<string[]>([]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readProfile(fields);
    setWrong('wrong' in read ? read.wrong : []);
    if ('wrong' in read) return document.getElementById(read.wrong.find((path) => path !== 'requirements') ?? 'requirements')?.focus();
    onSend(read.profile);
  };
  const text = (part: 'name' | 'description', language: 'zh' | 'en') => {
    const path = `${part}.${language}` as const;
    const wrongText = wrong.includes(path) ? t('edit.wrong') : undefined;
    const shared = { ...control(path, wrongText), value: fields.texts[path], lang: language === 'zh' ? 'zh-CN' : language };
    const change = (value: string) => setFields({ ...fields, texts: { ...fields.texts, [path]: value } });
    return (
      <Field key={path} id={path} label={t(`edit.in.${language}`, { label: t(`edit.${part}`) })} error={wrongText}>
        {part === 'name' ? <input {...shared} onChange={(event) => change(event.target.value)} /> : <textarea {...shared} rows={2} onChange={(event) => change(event.target.value)} />}
      </Field>
    );
  };
  const wrongId = wrong.includes('id') ? t('add.idWrong') : undefined;
  return (
    <Panel title={t('profileForm.title')} context={t('profileForm.context')}>
      <form className={styles.form} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        {!fixed && (
          <Field id="id" label={t('add.id')} hint={t('profileForm.idHint')} error={wrongId}>
            <input {...control('id', wrongId, true)} lang="en" maxLength={60} value={fields.id} onChange={(event) => setFields({ ...fields, id: event.target.value })} />
          </Field>
        )}
        {(['name', 'description'] as const).map((part) => <div key={part} className={styles.pair}>{LANGUAGES.map((language) => text(part, language))}</div>)}
        <label className={styles.check}><input type="checkbox" checked={fields.scarce} onChange={() => setFields({ ...fields, scarce: !fields.scarce })} />{t('profiles.scarce')}</label>
        <RequirementFields value={fields.requirements} wrong={wrong.some((path) => path.startsWith('requirements'))} onChange={(requirements) => setFields({ ...fields, requirements })} />
        {error !== null && <Refusal error={error} />}
        <div className={styles.foot}><Button type="primary" size="large" htmlType="submit" loading={pending}>{t('profileForm.save')}</Button></div>
      </form>
    </Panel>
  );
}
