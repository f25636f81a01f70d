import type { Choices, PeopleSelection } from '@zhixing/people/contract';
import { useTranslation } from 'react-i18next';
import type { CommandForm } from '../organisation/command.ts';
import { useFields } from '../organisation/fields.ts';

export const BULK_KINDS = ['transfer', 'line_manager', 'leave', 'end'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Asks what is to change of many people; nothing happens before the preview is confirmed. `onPreview` is told its id. */
export function useBulkForms(choices: Choices | undefined, onPreview: (id: string) => void) {
  const { t } = useTranslation('people');
  const { department, position, jobLevel, lineManager, leaveKind, until, day } = useFields(choices);
  const from = day('from', t('field.fromHint'));
  const fields: Record<BulkKind, CommandForm['fields']> = {
    transfer: [{ ...department, optional: true }, { ...position, optional: true }, jobLevel, from],
    line_manager: [{ ...lineManager, optional: false }, from],
    leave: [{ ...leaveKind, name: 'leave' }, day('from'), until],
    end: [day('from', t('field.onHint'))],
  };
  return (kind: BulkKind, people: PeopleSelection): CommandForm => ({
    title: t(`bulk.kind.${kind}`),
    fields: fields[kind],
    submit: t('bulk.preview'),
    command: (values) => ({ method: 'POST', path: '/bulk-changes', body: { people, change: { kind, ...values } } }),
    done: t('bulk.previewed'),
    then: ({ id }) => onPreview(id),
  });
}
