import { peoplePages, type PersonView } from '@zhixing/people/contract';
import { formatDay, MenuButton, type MenuEntry, Notice, PageHeader, QueryView, Skeleton, Slot, TabLinks, toast, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { choicesQuery, personQuery, useCommand } from '../organisation/api.ts';
import type { CommandForm } from '../organisation/command.ts';
import { CommandDialog } from '../organisation/command-dialog.tsx';
import { useForms } from '../organisation/forms.ts';
import { Facts, History, Managers } from '../organisation/person-tabs.tsx';
import { personTabs } from '../organisation/slots.ts';
import { PersonStateTag } from '../organisation/state-tag.tsx';
import styles from './person.module.css';

const TABS = ['facts', 'history', 'managers'] as const;
const Tab = z.object({ tab: z.enum(TABS).default('facts') });

/** A person as administration sees them: facts, history, managers; and what may be done. */
export default function PersonPage() {
  const { id } = useParams();
  const query = useQuery(personQuery(id!));
  return <QueryView query={query} loading={<Skeleton lines={8} />}>{(person) => <Person key={person.id} person={person} />}</QueryView>;
}

function Person({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const [{ tab }] = useSearchParameters(Tab);
  const forms = useForms(useQuery(choicesQuery).data);
  const send = useCommand({ ownError: false });
  const [form, setForm] = useState<CommandForm>();
  const { id, displayName } = person;

  const switchTo = (disabled: boolean) => ({ method: 'POST' as const, path: `/people/${id}/${disabled ? 'disable' : 'enable'}` });
  const setDisabled = (disabled: boolean) => send.mutate(switchTo(disabled), {
    onSuccess: () => toast.undo(t(disabled ? 'person.disabled' : 'person.enabled', { name: displayName }), () => send.mutate(switchTo(!disabled))),
  });
  const entry = (key: string, make: () => CommandForm): MenuEntry => ({ key, label: t(`form.${key}.submit`), onSelect: () => setForm(make()) });
  const gone = person.state === 'left';
  const entries: MenuEntry[] = [
    ...(person.can.edit && !person.pseudonymisedAt ? [entry('edit', () => forms.edit(person))] : []),
    ...(person.can.edit && gone ? [entry('rehire', () => forms.rehire(id))] : []),
    ...(person.can.edit && !gone ? [entry('transfer', () => forms.transfer(id)), entry('leave', () => forms.leave(id)), entry('end', () => forms.end(id))] : []),
    ...(person.can.disable && !gone ? [{ key: 'disable', label: t(person.state === 'disabled' ? 'person.enable' : 'person.disable'), onSelect: () => setDisabled(person.state !== 'disabled') }] : []),
  ];
  return (
    <>
      <PageHeader
        title={displayName} titleLanguage="zh-CN" back={{ to: peoplePages.people.path, label: t('people.title') }}
        context={<span lang="zh-CN">{[person.department?.name, person.position, person.jobLevel].filter(Boolean).join(' · ')}</span>}
        action={entries.length > 0 && <MenuButton label={t('person.actions')} className={styles.actions} entries={entries}>{t('person.actions')}</MenuButton>}
      >
        <PersonStateTag state={person.state} />
        <TabLinks label={t('person.tabs')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`person.tab.${key}`) }))} />
      </PageHeader>
      <div className={styles.panels}>
        {person.pseudonymisedAt && <Notice look="info" title={t('person.pseudonymised', { day: formatDay(person.pseudonymisedAt) })}>{t('person.pseudonymisedHint')}</Notice>}
        {tab === 'facts' && <><Facts person={person} /><Slot of={personTabs} props={{ personId: id }} /></>}
        {tab === 'history' && <History person={person} forms={forms} open={setForm} />}
        {tab === 'managers' && <Managers person={person} forms={forms} open={setForm} />}
      </div>
      <CommandDialog form={form} onClose={() => setForm(undefined)} />
    </>
  );
}
