import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { PathItem, PathStep } from '@zhixing/plans/contract';
import { control, Field, localized, Select } from '@zhixing/platform/web';
import { SkillLevel } from '@zhixing/skills/contract';
import { skillsQuery } from '@zhixing/skills/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CoursePicker } from '../wizard/course-picker.tsx';
import { freshItem, replaced, without } from './draft.ts';
import styles from './editor.module.css';

/** What a step asks for: courses to complete, skills to prove. */
export function ItemFields({ id, step, place, say, onChange }: { id: string; step: PathStep; place: number; say: (place: string) => string | undefined; onChange: (items: PathItem[]) => void }) {
  const { t } = useTranslation('plans');
  return (
    <ul className={styles.items}>
      {step.items.map((item, at) => (
        <li key={at} className={styles.item}>
          {item.kind === 'course'
            ? <Field id={`${id}-item-${at}`} label={t('paths.edit.course')} {...(say(`item-${place}-${at}`) && { error: say(`item-${place}-${at}`)! })}><CoursePicker id={`${id}-item-${at}`} value={item.courseId} invalid={Boolean(say(`item-${place}-${at}`))} onChange={(courseId) => onChange(replaced(step.items, at, { kind: 'course', courseId: courseId ?? '' }))} /></Field>
            : <SkillFields id={`${id}-item-${at}`} item={item} wrong={say(`item-${place}-${at}`)} onChange={(next) => onChange(replaced(step.items, at, next))} />}
          <Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => onChange(without(step.items, at))}>{t('paths.edit.remove')}<span className="zx-only-read"> {t('paths.edit.itemNumber', { number: at + 1 })}</span></Button>
        </li>
      ))}
      <li className={styles.add}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...step.items, freshItem('course')])}>{t('paths.edit.addCourse')}</Button>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...step.items, freshItem('skill')])}>{t('paths.edit.addSkill')}</Button>
        {say(`items-${place}`) && <span role="alert" className={styles.wrong}>{say(`items-${place}`)}</span>}
      </li>
    </ul>
  );
}

type SkillItem = Extract<PathItem, { kind: 'skill' }>;

function SkillFields({ id, item, wrong, onChange }: { id: string; item: SkillItem; wrong: string | undefined; onChange: (item: SkillItem) => void }) {
  const { t } = useTranslation('plans');
  const skills = useQuery(skillsQuery()).data?.items ?? [];
  return (
    <div className={styles.skill}>
      <Field id={id} label={t('paths.edit.skill')} {...(wrong && { error: wrong })}>
        <Select {...control(id, wrong)} value={item.skillId} onChange={(event) => onChange({ ...item, skillId: event.target.value })}>
          <option value="">{t('paths.edit.chooseSkill')}</option>
          {skills.map((one) => <option key={one.id} value={one.id}>{localized(one.name)}</option>)}
        </Select>
      </Field>
      <Field id={`${id}-level`} label={t('paths.edit.level')}>
        <Select {...control(`${id}-level`)} value={item.level} onChange={(event) => onChange({ ...item, level: SkillLevel.parse(Number(event.target.value)) })}>{[1, 2, 3, 4, 5].filter((level) => SkillLevel.safeParse(level).success).map((level) => <option key={level} value={level}>{t('paths.edit.levelOf', { level })}</option>)}</Select>
      </Field>
    </div>
  );
}
