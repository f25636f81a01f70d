import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { DepartmentPicker } from '@zhixing/people/web';
import { DayPart, type HalfDayFields, type SaveClass } from '@zhixing/plans/contract';
import { control, Field, Panel, Select, SkeletonBlock } from '@zhixing/platform/web';
import { Button, Checkbox } from 'antd';
import { Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { CoursePicker } from '../wizard/course-picker.tsx';
import styles from './classes.module.css';
import { nextHalfDay, USUAL } from './draft.ts';

interface Part {
  draft: SaveClass;
  /** What is wrong at a place, once somebody tried to save. */
  say: (place: string) => string | undefined;
  onChange: (more: Partial<SaveClass>) => void;
}

const replaced = <T extends object>(all: readonly T[], at: number, more: Partial<T>): T[] => all.map((one, place) => (place === at ? { ...one, ...more } : one));
const without = <T,>(all: readonly T[], at: number): T[] => all.filter((_, place) => place !== at);

/** The dated programme, one half-day below the other. */
export function ProgrammeFields({ draft, say, onChange }: Part) {
  const { t } = useTranslation('plans');
  const id = useId();
  const set = (at: number, more: Partial<HalfDayFields>) => onChange({ halfDays: replaced(draft.halfDays, at, more) });
  return (
    <Panel title={t('classes.section.programme')} context={t('classes.programmeWhy')} extra={<Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ halfDays: [...draft.halfDays, nextHalfDay(draft)] })}>{t('classes.addHalfDay')}</Button>}>
      {draft.halfDays.map((one, at) => (
        <fieldset key={at} className={styles.part}>
          <legend className={styles.small}>{t('classes.halfDayNumber', { number: at + 1 })}</legend>
          <div className={styles.many}>
            <DayField id={`${id}-day-${at}`} label={t('classes.field.day')} value={one.day} min={draft.startsOn} wrong={say(`day-${at}`)} onChange={(day) => set(at, { day })} />
            <Field id={`${id}-part-${at}`} label={t('classes.field.part')}>
              <Select {...control(`${id}-part-${at}`)} value={one.part} onChange={(event) => { const part = DayPart.parse(event.target.value); set(at, { part, ...USUAL[part] }); }}>{DayPart.options.map((part) => <option key={part} value={part}>{t(`classes.part.${part}`)}</option>)}</Select>
            </Field>
            <Field id={`${id}-from-${at}`} label={t('classes.field.startsAt')}><input {...control(`${id}-from-${at}`)} type="time" value={one.startsAt} onChange={(event) => set(at, { startsAt: event.target.value })} /></Field>
            <Field id={`${id}-to-${at}`} label={t('classes.field.endsAt')}><input {...control(`${id}-to-${at}`)} type="time" value={one.endsAt} onChange={(event) => set(at, { endsAt: event.target.value })} /></Field>
          </div>
          <div className={styles.many}>
            <Field id={`${id}-topic-${at}`} label={t('classes.field.topic')} {...(say(`topic-${at}`) && { error: say(`topic-${at}`)! })}><input {...control(`${id}-topic-${at}`, say(`topic-${at}`))} lang="zh-CN" maxLength={120} value={one.topic} onChange={(event) => set(at, { topic: event.target.value })} /></Field>
            <Field id={`${id}-speaker-${at}`} label={t('classes.field.speaker')}><input {...control(`${id}-speaker-${at}`)} lang="zh-CN" maxLength={80} value={one.speaker} onChange={(event) => set(at, { speaker: event.target.value })} /></Field>
            <Field id={`${id}-room-${at}`} label={t('classes.field.room')}><input {...control(`${id}-room-${at}`)} lang="zh-CN" maxLength={80} value={one.room} onChange={(event) => set(at, { room: event.target.value })} /></Field>
            <div className={styles.end}><Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => onChange({ halfDays: without(draft.halfDays, at) })}>{t('classes.remove')}<span className="zx-only-read"> {t('classes.halfDayNumber', { number: at + 1 })}</span></Button></div>
          </div>
        </fieldset>
      ))}
      {draft.halfDays.length === 0 && <p className={styles.small}>{t('classes.noProgramme')}</p>}
    </Panel>
  );
}

/** Courses to be finished by a day; one of them may be the examination. */
export function CoursesFields({ draft, say, onChange }: Part) {
  const { t } = useTranslation('plans');
  const id = useId();
  const set = (at: number, more: Partial<SaveClass['courses'][number]>) => onChange({ courses: replaced(draft.courses, at, more) });
  return (
    <Panel title={t('classes.section.courses')} extra={<Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ courses: [...draft.courses, { courseId: '', finishBy: draft.endsOn, exam: false }] })}>{t('classes.addCourse')}</Button>}>
      <div className={styles.form}>
        {draft.courses.map((one, at) => (
          <div key={at} className={styles.course}>
            <Field id={`${id}-course-${at}`} label={t('classes.field.course')} {...(say(`course-${at}`) && { error: say(`course-${at}`)! })}><CoursePicker id={`${id}-course-${at}`} value={one.courseId} invalid={Boolean(say(`course-${at}`))} onChange={(courseId) => set(at, { courseId: courseId ?? '' })} /></Field>
            <DayField id={`${id}-by-${at}`} label={t('classes.field.finishBy')} value={one.finishBy} onChange={(finishBy) => set(at, { finishBy })} />
            <div className={styles.name}><Checkbox checked={one.exam} onChange={(event) => set(at, { exam: event.target.checked })}>{t('classes.exam')}</Checkbox></div>
            <Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => onChange({ courses: without(draft.courses, at) })}>{t('classes.remove')}</Button>
          </div>
        ))}
        {draft.courses.length === 0 && <p className={styles.small}>{t('classes.noCourses')}</p>}
      </div>
    </Panel>
  );
}

/** Until when managers nominate, and how many people of each department. */
export function QuotaFields({ draft, say, onChange }: Part) {
  const { t } = useTranslation('plans');
  const id = useId();
  const set = (at: number, more: Partial<SaveClass['quotas'][number]>) => onChange({ quotas: replaced(draft.quotas, at, more) });
  return (
    <Panel title={t('classes.section.nominations')} context={t('classes.quotaWhy')} extra={<Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ quotas: [...draft.quotas, { departmentId: '', quota: 3 }] })}>{t('classes.addQuota')}</Button>}>
      <div className={styles.form}>
        <DayField id={`${id}-until`} label={t('classes.field.nominationsUntil')} hint={t('classes.untilHint')} value={draft.nominationsUntil ?? ''} onChange={(until) => onChange({ nominationsUntil: until || null })} />
        {draft.quotas.map((one, at) => (
          <div key={at} className={styles.quota}>
            <Field id={`${id}-department-${at}`} label={t('classes.field.department')} {...(say(`quota-${at}`) && { error: say(`quota-${at}`)! })}>
              <Suspense fallback={<SkeletonBlock height={40} />}><DepartmentPicker id={`${id}-department-${at}`} value={one.departmentId || undefined} onChange={(departmentId) => set(at, { departmentId: departmentId ?? '' })} /></Suspense>
            </Field>
            <Field id={`${id}-quota-${at}`} label={t('classes.field.quota')}><input {...control(`${id}-quota-${at}`)} type="number" min={1} max={500} value={one.quota || ''} onChange={(event) => set(at, { quota: event.target.valueAsNumber || 0 })} /></Field>
            <Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => onChange({ quotas: without(draft.quotas, at) })}>{t('classes.remove')}</Button>
          </div>
        ))}
        {draft.quotas.length === 0 && <p className={styles.small}>{t('classes.noQuotas')}</p>}
      </div>
    </Panel>
  );
}
