import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { AddProfile } from '@zhixing/skills/contract';
import { control, Field, localized, Select } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { skillsQuery } from '../api.ts';
import styles from './requirement-fields.module.css';

type Requirements = AddProfile['requirements'];

const STEPS = [1, 2, 3, 4, 5];

/** Which skills a role asks for: a line each with level and weight, no skill twice. */
export function RequirementFields({ value, wrong, onChange }: { value: Requirements; wrong: boolean; onChange: (value: Requirements) => void }) {
  const { t } = useTranslation('skills');
  const skills = useQuery(skillsQuery()).data?.items ?? [];
  const free = skills.find((skill) => !value.some((one) => one.skillId === skill.id));
  const change = (at: number, part: Partial<Requirements[number]>) => onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const nameOf = (id: string) => { const skill = skills.find((one) => one.id === id); return skill ? localized(skill.name) : id; };
  return (
    <fieldset className={styles.set} aria-describedby={wrong ? 'requirements-wrong' : undefined}>
      <legend className={styles.legend}>{t('profiles.requirements')}</legend>
      {value.map((one, at) => (
        <div key={one.skillId} className={styles.line} role="group" aria-label={nameOf(one.skillId)}>
          <Field id={`skill-${at}`} label={t('profiles.skill')}>
            <Select {...control(`skill-${at}`)} value={one.skillId} onChange={(event) => change(at, { skillId: event.target.value })}>
              {skills.filter((skill) => skill.id === one.skillId || !value.some((other) => other.skillId === skill.id)).map((skill) => <option key={skill.id} value={skill.id}>{localized(skill.name)}</option>)}
            </Select>
          </Field>
          <Field id={`level-${at}`} label={t('profiles.level')}>
            <Select {...control(`level-${at}`)} value={one.level} onChange={(event) => change(at, { level: Number(event.target.value) })}>{STEPS.map((step) => <option key={step} value={step}>{t('level.of', { level: step })}</option>)}</Select>
          </Field>
          <Field id={`weight-${at}`} label={t('profiles.weight')}>
            <Select {...control(`weight-${at}`)} value={one.weight} onChange={(event) => change(at, { weight: Number(event.target.value) })}>{STEPS.map((step) => <option key={step} value={step}>{step}</option>)}</Select>
          </Field>
          <Button icon={<DeleteOutlined aria-hidden />} aria-label={t('profileForm.remove', { skill: nameOf(one.skillId) })} onClick={() => onChange(value.filter((_, i) => i !== at))} />
        </div>
      ))}
      {wrong && <p id="requirements-wrong" role="alert" className={styles.wrong}>{t('profileForm.missing')}</p>}
      <div><Button id="requirements" icon={<PlusOutlined aria-hidden />} disabled={!free} onClick={() => free && onChange([...value, { skillId: free.id, level: 2, weight: 3 }])}>{t('profileForm.addSkill')}</Button></div>
    </fieldset>
  );
}
