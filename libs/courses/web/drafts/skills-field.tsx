import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { CourseSkill } from '@zhixing/courses/contract';
import { localized, Select } from '@zhixing/platform/web';
import { SkillAxis } from '@zhixing/skills/contract';
import { skillsQuery } from '@zhixing/skills/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './skills-field.module.css';

const LEVELS = [1, 2, 3, 4, 5];
const LIMIT = 8;

/** Which skills finishing the course is evidence of, and at which level; each once, the main one first. */
export function SkillsField({ skills, error, onChange }: { skills: CourseSkill[]; error?: string; onChange: (skills: CourseSkill[]) => void }) {
  const { t } = useTranslation('courses');
  const framework = useQuery(skillsQuery()).data?.items ?? [];
  const free = framework.filter((one) => !skills.some(({ skill }) => skill === one.id));
  const change = (at: number, change: Partial<CourseSkill>) => onChange(skills.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{t('facts.skills')}</legend>
      <p className={styles.hint}>{t('facts.hint.skills')}</p>
      {skills.map(({ skill, level }, i) => (
        <div key={skill} className={styles.row}>
          <Select aria-label={t('facts.skill', { number: i + 1 })} className={styles.control} value={skill} onChange={(event) => change(i, { skill: event.target.value })}>
            {SkillAxis.options.map((axis) => (
              <optgroup key={axis} label={t(`skillAxis.${axis}`)}>
                {framework.filter((one) => one.axis === axis && (one.id === skill || free.includes(one))).map((one) => <option key={one.id} value={one.id}>{localized(one.name)}</option>)}
              </optgroup>
            ))}
          </Select>
          <Select aria-label={t('facts.skillLevel', { number: i + 1 })} className={styles.control} value={level} onChange={(event) => change(i, { level: Number(event.target.value) })}>
            {LEVELS.map((one) => <option key={one} value={one}>{t('course.skillLevel', { level: one })}</option>)}
          </Select>
          <Button size="large" icon={<DeleteOutlined aria-hidden />} aria-label={t('facts.removeSkill', { number: i + 1 })} onClick={() => onChange(skills.filter((_, at) => at !== i))} />
        </div>
      ))}
      {error && <p role="alert" className={styles.error}>{error}</p>}
      {skills.length < LIMIT && free[0] && <div><Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...skills, { skill: free[0]!.id, level: 1 }])}>{t('facts.addSkill')}</Button></div>}
    </fieldset>
  );
}
