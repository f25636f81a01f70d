import type { DepartmentNode } from '@zhixing/people/contract';
import { formatNumber, Notice } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import type { CommandField, CommandForm } from './command.ts';
import { today } from './today.ts';

/** The commands on departments as dialogs ask for them. */
export function useDepartmentForms(nodes: DepartmentNode[]) {
  const { t } = useTranslation('people');
  const day = (name: string, hint?: string): CommandField => ({ name, kind: 'day', label: t(`field.${name}`), initial: today(), ...(hint && { hint }) });
  const name: CommandField = { name: 'name', kind: 'text', label: t('field.departmentName') };
  const form = (key: string, of: DepartmentNode | undefined, fields: CommandField[], rest: Pick<CommandForm, 'command'> & Partial<CommandForm>): CommandForm => ({
    title: t(`form.${key}.title`, { name: of?.name }), submit: t(`form.${key}.submit`), done: t(`form.${key}.done`, { name: of?.name }), fields, ...rest,
  });
  const nameOf = (id: string | undefined) => nodes.find((node) => node.id === id)?.name;
  return {
    create: (parentId: string | undefined) => form('createDepartment', undefined, [{ name: 'parentId', kind: 'department', label: t('field.parent'), ...(parentId && { initial: parentId }) }, { name: 'code', kind: 'text', label: t('field.code'), hint: t('field.codeHint') }, name, day('from')], {
      command: (body) => ({ method: 'POST', path: '/departments', body }),
    }),
    rename: (node: DepartmentNode) => form('renameDepartment', node, [{ ...name, initial: node.name }, day('from')], {
      command: (body) => ({ method: 'PATCH', path: `/departments/${node.id}`, body }),
      undo: ({ from }) => ({ method: 'PATCH', path: `/departments/${node.id}`, body: { name: node.name, from } }),
    }),
    move: (node: DepartmentNode) => form('moveDepartment', node, [{ name: 'parentId', kind: 'department', label: t('field.parent'), without: node.id }, day('from', t('field.moveHint'))], {
      impact: () => node.below > 0 && <Notice look="info" title={t('departments.moves', { count: node.below, shown: formatNumber(node.below) })} />,
      command: (body) => ({ method: 'POST', path: `/departments/${node.id}/move`, body }),
      undo: ({ from }) => ({ method: 'POST', path: `/departments/${node.id}/move`, body: { parentId: node.parentId, from } }),
    }),
    merge: (node: DepartmentNode) => form('mergeDepartment', node, [{ name: 'intoId', kind: 'department', label: t('field.into'), without: node.id }, day('from')], {
      danger: true,
      impact: ({ intoId }) => (
        <Notice look="warned" title={t('departments.merges', { name: node.name, people: formatNumber(node.people), units: nodes.filter((one) => one.parentId === node.id).length, into: nameOf(intoId) ?? '…' })}>
          <p>{t('departments.noWayBack')}</p>
        </Notice>
      ),
      command: (body) => ({ method: 'POST', path: `/departments/${node.id}/merge`, body }),
    }),
    close: (node: DepartmentNode) => form('closeDepartment', node, [day('on', t('field.onHint'))], { danger: true, command: (body) => ({ method: 'POST', path: `/departments/${node.id}/close`, body }) }),
  };
}
export type DepartmentForms = ReturnType<typeof useDepartmentForms>;
