import { type Choices, LeaveKind } from '@zhixing/people/contract';
import { useTranslation } from 'react-i18next';
import type { CommandField } from './command.ts';
import { today } from './today.ts';

interface Fields extends Record<'department' | 'position' | 'jobLevel' | 'lineManager' | 'leaveKind' | 'until', CommandField> {
  day: (name: string, hint?: string) => CommandField;
}

const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }));

/** The fields that several commands on people ask for. */
export function useFields(choices: Choices | undefined): Fields {
  const { t } = useTranslation('people');
  return {
    day: (name, hint) => ({ name, kind: 'day', label: t(`field.${name}`), initial: today(), ...(hint && { hint }) }),
    department: { name: 'departmentId', kind: 'department', label: t('field.department') },
    position: { name: 'positionId', kind: 'choice', label: t('field.position'), options: named(choices?.positions ?? []) },
    jobLevel: { name: 'jobLevelId', kind: 'choice', label: t('field.jobLevel'), options: named(choices?.jobLevels ?? []), optional: true },
    lineManager: { name: 'managerId', kind: 'person', label: t('field.lineManager'), optional: true },
    leaveKind: { name: 'kind', kind: 'choice', label: t('field.leaveKind'), options: LeaveKind.options.map((value) => ({ value, label: t(`leave.${value}`) })) },
    until: { name: 'until', kind: 'day', label: t('field.until'), hint: t('field.untilHint'), optional: true },
  };
}
