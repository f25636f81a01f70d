import { choicesQuery, colleagueQuery, DepartmentPicker, departmentsQuery, PersonPicker } from '@zhixing/people/web';
import { control, Select, SkeletonBlock } from '@zhixing/platform/web';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './audience.module.css';
import { Chosen } from './chosen.tsx';
import { CoursePicker } from './course-picker.tsx';
import type { ConditionKind, ValueOf } from './rule.ts';

interface Fields<K extends ConditionKind> { value: ValueOf<K>; label: string; onChange: (value: ValueOf<K>) => void }

const with_ = (ids: string[], id: string | undefined): string[] => (id && !ids.includes(id) ? [...ids, id] : ids);
const without = (ids: string[], id: string): string[] => ids.filter((one) => one !== id);

function Departments({ value: { departmentIds }, label, onChange }: Fields<'people.department'>) {
  const nodes = useQuery(departmentsQuery()).data?.items ?? [];
  return (
    <>
      <Suspense fallback={<SkeletonBlock height={40} />}><DepartmentPicker key={departmentIds.length} label={label} value={undefined} onChange={(id) => onChange({ departmentIds: with_(departmentIds, id) })} /></Suspense>
      <Chosen items={departmentIds.map((id) => ({ id, name: nodes.find((node) => node.id === id)?.name ?? '…' }))} onRemove={(id) => onChange({ departmentIds: without(departmentIds, id) })} />
    </>
  );
}

function Positions({ value: { positionIds }, label, onChange }: Fields<'people.position'>) {
  const { t } = useTranslation('plans');
  const positions = useQuery(choicesQuery).data?.positions ?? [];
  return (
    <>
      <Select {...control('')} id={undefined} aria-label={label} value="" onChange={(event) => onChange({ positionIds: with_(positionIds, event.target.value) })}>
        <option value="">{t('pick.position')}</option>
        {positions.filter(({ id }) => !positionIds.includes(id)).map(({ id, name }) => <option key={id} value={id} lang="zh-CN">{name}</option>)}
      </Select>
      <Chosen items={positionIds.map((id) => ({ id, name: positions.find((one) => one.id === id)?.name ?? '…' }))} onRemove={(id) => onChange({ positionIds: without(positionIds, id) })} />
    </>
  );
}

function Level({ value, label, onChange }: Fields<'people.level'>) {
  const { t } = useTranslation('plans');
  const levels = useQuery(choicesQuery).data?.jobLevels ?? [];
  return (
    <div className={styles.pair}>
      <Select {...control('')} id={undefined} aria-label={label} value={value.jobLevelId} onChange={(event) => onChange({ ...value, jobLevelId: event.target.value })}>
        <option value="">{t('pick.level')}</option>
        {levels.map(({ id, name }) => <option key={id} value={id} lang="zh-CN">{name}</option>)}
      </Select>
      <Select {...control('')} id={undefined} aria-label={t('audience.direction')} value={value.is} onChange={(event) => onChange({ ...value, is: event.target.value as typeof value.is })}>
        <option value="at_least">{t('audience.atLeast')}</option>
        <option value="at_most">{t('audience.atMost')}</option>
      </Select>
    </div>
  );
}

function Hired({ value, label, onChange }: Fields<'people.hired'>) {
  const { t } = useTranslation('plans');
  return (
    <div className={styles.pair}>
      <input {...control('')} id={undefined} aria-label={label} type="date" value={value.on} onChange={(event) => onChange({ ...value, on: event.target.value })} />
      <Select {...control('')} id={undefined} aria-label={t('audience.direction')} value={value.is} onChange={(event) => onChange({ ...value, is: event.target.value as typeof value.is })}>
        <option value="since">{t('audience.since')}</option>
        <option value="before">{t('audience.before')}</option>
      </Select>
    </div>
  );
}

function Joined({ value, label, onChange }: Fields<'people.joined'>) {
  const { t } = useTranslation('plans');
  return <Numbered after={t('audience.withinDays')}><input {...control('')} id={undefined} aria-label={label} type="number" min={1} max={3650} value={value.withinDays || ''} onChange={(event) => onChange({ withinDays: event.target.valueAsNumber || 0 })} /></Numbered>;
}

function Persons({ value: { personIds }, label, onChange }: Fields<'people.persons'>) {
  const known = useQueries({ queries: personIds.slice(0, 20).map((id) => colleagueQuery(id)) });
  return (
    <>
      <Suspense fallback={<SkeletonBlock height={40} />}><PersonPicker key={personIds.length} label={label} value={undefined} onChange={(id) => onChange({ personIds: with_(personIds, id) })} /></Suspense>
      <Chosen items={personIds.map((id, at) => ({ id, name: known[at]?.data?.displayName ?? '…' }))} onRemove={(id) => onChange({ personIds: without(personIds, id) })} />
    </>
  );
}

function Completed({ value, label, onChange }: Fields<'courses.completed'>) {
  const { t } = useTranslation('plans');
  return (
    <div className={styles.pair}>
      <CoursePicker label={label} value={value.courseId} onChange={(courseId) => onChange({ ...value, courseId: courseId ?? '' })} />
      <Select {...control('')} id={undefined} aria-label={t('audience.age')} value={String(value.withinMonths ?? '')} onChange={(event) => onChange({ courseId: value.courseId, ...(event.target.value && { withinMonths: Number(event.target.value) }) })}>
        <option value="">{t('audience.ever')}</option>
        {[3, 6, 12, 24, 36].map((months) => <option key={months} value={months}>{t('audience.withinMonths', { count: months })}</option>)}
      </Select>
    </div>
  );
}

const Learning = ({ value, label, onChange }: Fields<'courses.learning'>) => <CoursePicker label={label} value={value.courseId} onChange={(courseId) => onChange({ courseId: courseId ?? '' })} />;

const Numbered = ({ after, children }: { after: string; children: ReactNode }) => <div className={styles.numbered}>{children}<span>{after}</span></div>;

const FIELDS: { [K in ConditionKind]: ComponentType<Fields<K>> } = {
  'people.department': Departments, 'people.position': Positions, 'people.level': Level, 'people.hired': Hired, 'people.joined': Joined, 'people.persons': Persons, 'courses.completed': Completed, 'courses.learning': Learning,
};

/** The fields of one condition. */
export function ConditionFields<K extends ConditionKind>({ kind, value, label, onChange }: { kind: K } & Fields<K>) {
  const Of = FIELDS[kind] as ComponentType<Fields<K>>;
  return <Of value={value} label={label} onChange={onChange} />;
}
