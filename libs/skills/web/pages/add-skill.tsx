import { SkillAxis, SkillId, skillsPages } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, localized, Notice, PageHeader, Panel, QueryView, Refusal, Select, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '../administration/skill-form.module.css';
import { NO_FIELDS, readFields } from '../administration/skill-form.rules.ts';
import { WordingFields } from '../administration/wording-fields.tsx';
import { draftQuery, useAddSkill } from '../api.ts';

/** A skill that the next version of the framework shall bring. */
export default function AddSkillPage() {
  const { t } = useTranslation('skills');
  const draft = useQuery(draftQuery);
  return (
    <>
      <PageHeader title={t('add.title')} context={t('add.context')} back={{ to: skillsPages.administration.path, label: localized(skillsPages.administration.title) }} />
      <QueryView query={draft} loading={<Skeleton lines={10} />}>
        {({ version, can }) => (can.edit ? <Form key={version} version={version} /> : <Notice look="info" title={t('administration.readOnly')} />)}
      </QueryView>
    </>
  );
}

function Form({ version }: { version: number }) {
  const { t } = useTranslation('skills');
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [axis, setAxis] = useState<SkillAxis>('technology');
  const [fields, setFields] = useState(NO_FIELDS);
  const [wrong, setWrong] = useState<string[]>([]);
  const add = useAddSkill();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const [named, read] = [SkillId.safeParse(id), readFields(fields)];
    const paths = [...(named.success ? [] : ['id']), ...('wrong' in read ? read.wrong : [])];
    setWrong(paths);
    if (!named.success || 'wrong' in read) return document.getElementById(paths[0]!)?.focus();
    add.mutate({ ...read.skill, id: named.data, axis, version }, { onSuccess: () => { toast.success(t('edit.saved')); void navigate(skillsPages.administration.path); } });
  };
  const wrongId = wrong.includes('id') ? t('add.idWrong') : undefined;
  return (
    <Panel title={t('edit.title')} context={t('edit.context')}>
      <form className={styles.form} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        <div className={styles.pair}>
          <Field id="id" label={t('add.id')} hint={t('add.idHint')} error={wrongId}>
            <input {...control('id', wrongId, true)} lang="en" maxLength={60} value={id} onChange={(event) => setId(event.target.value)} />
          </Field>
          <Field id="axis" label={t('add.axis')}>
            <Select {...control('axis')} value={axis} onChange={(event) => setAxis(SkillAxis.parse(event.target.value))}>
              {SkillAxis.options.map((one) => <option key={one} value={one}>{t(`axis.${one}`)}</option>)}
            </Select>
          </Field>
        </div>
        <WordingFields fields={fields} wrong={wrong} onChange={setFields} />
        {add.isError && <Refusal error={add.error} />}
        <div className={styles.foot}><Button type="primary" size="large" htmlType="submit" loading={add.isPending}>{t('edit.save')}</Button></div>
      </form>
    </Panel>
  );
}
