import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { DepartmentTree } from '@zhixing/people/contract';
import { control, EmptyState, Field, formatDay, formatNumber, PageHeader, Panel, QueryView, SearchField, Skeleton, toast, useNarrow, useSearchParameters } from '@zhixing/platform/web';
import { LocalDate } from '@zhixing/platform/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { departmentsQuery, useCommand } from '../organisation/api.ts';
import type { CommandForm } from '../organisation/command.ts';
import { CommandDialog } from '../organisation/command-dialog.tsx';
import { DepartmentPanel } from '../organisation/department-panel.tsx';
import { DepartmentsTree } from '../organisation/department-tree.tsx';
import { useDepartmentForms } from '../organisation/department-forms.tsx';
import { today } from '../organisation/today.ts';
import styles from './departments.module.css';

const Address = z.object({ q: z.string().trim().max(100).default(''), id: z.string().optional(), asOf: LocalDate.optional() });

/** The tree of departments on a day, with how many work where; a department is moved by its dialog or by dragging it. */
export default function DepartmentsPage() {
  const [{ asOf }] = useSearchParameters(Address);
  const query = useQuery(departmentsQuery(asOf));
  return <QueryView query={query} loading={<Skeleton lines={12} />}>{(tree) => <Departments tree={tree} />}</QueryView>;
}

function Departments({ tree }: { tree: DepartmentTree }) {
  const { t } = useTranslation('people');
  const [{ q, id, asOf }, change] = useSearchParameters(Address);
  const [form, setForm] = useState<CommandForm>();
  const forms = useDepartmentForms(tree.items);
  const send = useCommand({ ownError: false });
  const edit = tree.can.edit && !asOf;
  const narrow = useNarrow();
  const selected = tree.items.find((node) => node.id === id);
  const root = tree.items[0];

  const move = (from: string, to: string) => {
    const { command, undo, done } = forms.move(tree.items.find((node) => node.id === from)!);
    const values = { parentId: to, from: today() };
    send.mutate(command(values), { onSuccess: () => toast.undo(done, () => send.mutate(undo!(values))) });
  };
  return (
    <>
      <PageHeader
        title={t('departments.title')} context={t('departments.context', { day: formatDay(tree.asOf), count: tree.items.length, people: formatNumber(root?.below ?? 0) })}
        action={edit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm(forms.create(selected?.id ?? root?.id))}>{t('departments.create')}</Button>}
      />
      <div className={styles.filters}>
        <SearchField value={q} label={t('departments.search')} placeholder={t('departments.search')} onSearch={(next) => change({ q: next || undefined })} />
        <Field id="as-of" label={t('departments.asOf')}><input {...control('as-of')} type="date" value={asOf ?? tree.asOf} onChange={(event) => change({ asOf: event.target.value && event.target.value !== today() ? event.target.value : undefined })} /></Field>
      </div>
      <div className={styles.columns}>
        <Panel title={t('departments.tree')} context={edit && !narrow ? t('departments.dragHint') : undefined} className={styles.tree}>
          {tree.items.length === 0
            ? <EmptyState drawing="search" title={t('departments.none')} />
            : <DepartmentsTree nodes={tree.items} q={q} selected={id} onSelect={(next) => change({ id: next })} onMove={edit ? move : undefined} />}
        </Panel>
        {selected && <DepartmentPanel key={selected.id} node={selected} edit={edit} forms={forms} open={setForm} />}
      </div>
      <CommandDialog form={form} onClose={() => setForm(undefined)} />
    </>
  );
}
