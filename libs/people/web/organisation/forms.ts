import { type Choices, ManagerRelationKind, type PersonView } from '@zhixing/people/contract';
import { useTranslation } from 'react-i18next';
import type { CommandField, CommandForm } from './command.ts';
import { useFields } from './fields.ts';

/** The commands on people as dialogs ask for them. */
export function useForms(choices: Choices | undefined) {
  const { t } = useTranslation('people');
  const { day, department, position, jobLevel, lineManager: manager, leaveKind, until } = useFields(choices);
  const firstLevel: CommandField = { ...jobLevel, nothing: t('fact.none') };
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
    leave: (id: string) => form('leave', [leaveKind, day('from'), until], {
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
    endDelegation: (id: string, delegationId: string) => form('endDelegation', [day('on', t('field.onHint'))], { command: (body) => ({ method: 'POST', path: path(id, `delegations/${delegationId}/end`), body }) }),
    edit: ({ id, displayName, staffNumber, hrKey, mail, revision }: PersonView) => form('edit', [
      { name: 'displayName', kind: 'text', label: t('field.displayName'), initial: displayName }, { name: 'staffNumber', kind: 'text', label: t('field.staffNumber'), initial: staffNumber },
      { name: 'hrKey', kind: 'text', label: t('field.hrKey'), optional: true, ...(hrKey && { initial: hrKey }) }, { name: 'mail', kind: 'text', label: t('field.mail'), optional: true, ...(mail && { initial: mail }) },
    ], { command: (body) => ({ method: 'PATCH', path: `/people/${id}`, body: { ...body, hrKey: body.hrKey ?? null, mail: body.mail ?? null }, revision }) }),
  };
}
export type Forms = ReturnType<typeof useForms>;
