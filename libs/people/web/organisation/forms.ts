import { type Choices, LeaveKind, ManagerRelationKind, type PersonView } from '@zhixing/people/contract';
import { useTranslation } from 'react-i18next';
import type { CommandField, CommandForm } from './command.ts';
import { today } from './today.ts';

const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }));

/** The commands on people as dialogs ask for them. */
export function useForms(choices: Choices | undefined) {
  const { t } = useTranslation('people');
  const day = (name: string, hint?: string): CommandField => ({ name, kind: 'day', label: t(`field.${name}`), initial: today(), ...(hint && { hint }) });
  const department: CommandField = { name: 'departmentId', kind: 'department', label: t('field.department') };
  const position: CommandField = { name: 'positionId', kind: 'choice', label: t('field.position'), options: named(choices?.positions ?? []) };
  const jobLevel: CommandField = { name: 'jobLevelId', kind: 'choice', label: t('field.jobLevel'), options: named(choices?.jobLevels ?? []), optional: true };
  const firstLevel: CommandField = { ...jobLevel, nothing: t('fact.none') };
  const manager: CommandField = { name: 'managerId', kind: 'person', label: t('field.lineManager'), optional: true };
  const until: CommandField = { name: 'until', kind: 'day', label: t('field.until'), hint: t('field.untilHint'), optional: true };
  const where = [department, { ...position, optional: true }, jobLevel, manager, day('from', t('field.fromHint'))];
  const path = (id: string, command: string) => `/people/${id}/${command}`;
  const form = (key: string, fields: CommandField[], rest: Pick<CommandForm, 'command'> & Partial<CommandForm>): CommandForm => ({ title: t(`form.${key}.title`), submit: t(`form.${key}.submit`), done: t(`form.${key}.done`), fields, ...rest });
  return {
    hire: () => form('hire', [
      { name: 'displayName', kind: 'text', label: t('field.displayName') }, { name: 'staffNumber', kind: 'text', label: t('field.staffNumber') },
      { name: 'hrKey', kind: 'text', label: t('field.hrKey'), optional: true }, { name: 'mail', kind: 'text', label: t('field.mail'), optional: true },
      department, position, firstLevel, manager, day('from'),
    ], { command: (body) => ({ method: 'POST', path: '/people', body }) }),
    transfer: (id: string) => form('transfer', where, { command: (body) => ({ method: 'POST', path: path(id, 'transfer'), body }) }),
    transferMany: (personIds: string[]) => form('transferMany', where, {
      title: t('form.transferMany.title', { count: personIds.length }),
      done: t('form.transferMany.done', { count: personIds.length }),
      command: (body) => ({ method: 'POST', path: '/people/transfers', body: { personIds, ...body } }),
    }),
    leave: (id: string) => form('leave', [{ name: 'kind', kind: 'choice', label: t('field.leaveKind'), options: LeaveKind.options.map((value) => ({ value, label: t(`leave.${value}`) })) }, day('from'), until], {
      command: (body) => ({ method: 'POST', path: path(id, 'leave'), body }),
    }),
    endLeave: (id: string, leaveId: string) => form('endLeave', [day('on', t('field.backHint'))], { command: (body) => ({ method: 'POST', path: path(id, `leave/${leaveId}/end`), body }) }),
    end: (id: string) => form('end', [day('on', t('field.onHint'))], { danger: true, command: (body) => ({ method: 'POST', path: path(id, 'end'), body }) }),
    rehire: (id: string) => form('rehire', [department, position, firstLevel, manager, day('from')], { command: (body) => ({ method: 'POST', path: path(id, 'rehire'), body }) }),
    addManager: (id: string) => form('addManager', [
      { name: 'managerId', kind: 'person', label: t('field.manager') },
      { name: 'kind', kind: 'choice', label: t('field.managerKind'), initial: 'line', options: ManagerRelationKind.options.map((value) => ({ value, label: t(`manager.${value}`) })), hint: t('field.managerKindHint') },
      day('from'), until,
    ], { command: (body) => ({ method: 'POST', path: path(id, 'managers'), body }) }),
    endManager: (id: string, relationId: string) => form('endManager', [day('on', t('field.onHint'))], { command: (body) => ({ method: 'POST', path: path(id, `managers/${relationId}/end`), body }) }),
    delegate: (id: string) => form('delegate', [{ name: 'delegateId', kind: 'person', label: t('field.delegate') }, day('from'), { ...until, optional: false }], { command: (body) => ({ method: 'POST', path: path(id, 'delegations'), body }) }),
    edit: ({ id, displayName, staffNumber, hrKey, mail, revision }: PersonView) => form('edit', [
      { name: 'displayName', kind: 'text', label: t('field.displayName'), initial: displayName }, { name: 'staffNumber', kind: 'text', label: t('field.staffNumber'), initial: staffNumber },
      { name: 'hrKey', kind: 'text', label: t('field.hrKey'), optional: true, ...(hrKey && { initial: hrKey }) }, { name: 'mail', kind: 'text', label: t('field.mail'), optional: true, ...(mail && { initial: mail }) },
    ], { command: (body) => ({ method: 'PATCH', path: `/people/${id}`, body: { ...body, hrKey: body.hrKey ?? null, mail: body.mail ?? null }, revision }) }),
  };
}
export type Forms = ReturnType<typeof useForms>;
