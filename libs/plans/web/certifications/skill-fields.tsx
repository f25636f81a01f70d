import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { CertificationSkill } from '@zhixing/plans/contract';
import { control, localized, Select } from '@zhixing/platform/web';
import { SkillLevel } from '@zhixing/skills/contract';
import { skillsQuery } from '@zhixing/skills/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { replaced, without } from '../learning-paths/draft.ts';
import styles from './certifications.module.css';

const LEVELS = [1, 2, 3, 4, 5].map((level) => SkillLevel.parse(level));
const LIMIT = 8;

/** Which skills a certification is evidence of, and at which level; each once. */
export function SkillFields({ skills, onChange }: { skills: CertificationSkill[]; onChange: (skills: CertificationSkill[]) => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const framework = useQuery(skillsQuery()).data?.items ?? [];
  const free = framework.filter((one) => !skills.some(({ skill }) => skill === one.id));
  return (
    <div className={styles.form}>
      {skills.map((one, at) => (
        <div key={one.skill} className={styles.skill}>
          <Select {...control(`${id}-skill-${at}`)} aria-label={t('certification.skillNumber', { number: at + 1 })} value={one.skill} onChange={(event) => onChange(replaced(skills, at, { ...one, skill: event.target.value }))}>
            {framework.filter((option) => option.id === one.skill || free.includes(option)).map(({ id: skill, name }) => <option key={skill} value={skill}>{localized(name)}</option>)}
          </Select>
          <Select {...control(`${id}-level-${at}`)} aria-label={t('certification.levelNumber', { number: at + 1 })} value={one.level} onChange={(event) => onChange(replaced(skills, at, { ...one, level: SkillLevel.parse(Number(event.target.value)) }))}>
            {LEVELS.map((level) => <option key={level} value={level}>{t('paths.edit.levelOf', { level })}</option>)}
          </Select>
          <Button size="large" icon={<DeleteOutlined aria-hidden />} aria-label={t('certification.removeSkill', { number: at + 1 })} onClick={() => onChange(without(skills, at))} />
        </div>
      ))}
      {skills.length < LIMIT && free[0] && <div><Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...skills, { skill: free[0]!.id, level: 1 }])}>{t('certification.addSkill')}</Button></div>}
    </div>
  );
}
