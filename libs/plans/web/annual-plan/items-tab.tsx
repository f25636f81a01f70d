import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { PlanItemKind, PlanItemStatus, type PlanItem, type PlanView } from '@zhixing/plans/contract';
import { EmptyState, formatNumber, Panel, QueryView, SelectField, Skeleton, TableBox, tableStyles as table, toast, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { z } from 'zod';
import { itemsQuery, useAddItem } from './api.ts';
import styles from './annual-plan.module.css';
import { ItemDialog } from './item-dialog.tsx';
import { ItemSheet } from './item-sheet.tsx';
import { ItemStatusTag, money } from './words.tsx';

const Address = z.object({ status: PlanItemStatus.optional(), kind: PlanItemKind.optional() });

/** The items of a plan by month, planned beside actual; one opens in a sheet. */
export function ItemsTab({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const [{ status, kind }, change] = useSearchParameters(Address);
  const query = useQuery(itemsQuery(plan.id));
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const all = query.data?.items ?? [];
  const rows = all.filter((one) => (!status || one.status === status) && (!kind || one.kind === kind));
  const shown = all.find((one) => one.id === opened);
  const add = plan.can.edit && <Button icon={<PlusOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setAdding(true)}>{t('annual.addItem')}</Button>;
  const any = { value: '' as const, label: t('annual.filter.any') };
  return (
    <div className={styles.stack}>
      <div className={styles.between}>
        <div className={styles.filters}>
          <SelectField label={t('annual.filter.status')} value={status ?? ''} options={[any, ...PlanItemStatus.options.map((one) => ({ value: one, label: t(`annual.status.${one}`) }))]} onChange={(next) => change({ status: next || undefined })} />
          <SelectField label={t('annual.filter.kind')} value={kind ?? ''} options={[any, ...PlanItemKind.options.map((one) => ({ value: one, label: t(`annual.kind.${one}`) }))]} onChange={(next) => change({ kind: next || undefined })} />
        </div>
        {add}
      </div>
      <Panel title={t('annual.tab.items')} hideTitle flush>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>}
          empty={() => rows.length === 0 && (all.length ? <EmptyState drawing="search" title={t('annual.noneOfFilter')} /> : <EmptyState drawing="courses" title={t('annual.noItems')}>{t('annual.noItemsWhy')}</EmptyState>)}
        >
          {() => <Rows plan={plan} rows={rows} onOpen={setOpened} />}
        </QueryView>
      </Panel>
      {adding && <AddDialog plan={plan} onClose={() => setAdding(false)} />}
      {shown && <ItemSheet plan={plan} item={shown} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function AddDialog({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const add = useAddItem(plan.id);
  const [idempotencyKey] = useState(() => v7());
  return (
    <ItemDialog
      title={t('annual.addItem')} send={t('annual.add')} approved={plan.state === 'approved'} pending={add.isPending} error={add.error}
      onSend={(body) => add.mutate({ idempotencyKey, body }, { onSuccess: () => { toast.success(t('annual.added')); onClose(); } })} onClose={onClose}
    />
  );
}

function Rows({ plan, rows, onOpen }: { plan: PlanView; rows: PlanItem[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('plans');
  const title = (row: PlanItem) => <button type="button" className={styles.title} lang="zh-CN" aria-haspopup="dialog" onClick={() => onOpen(row.id)}>{row.title}</button>;
  const look = (row: PlanItem) => (row.status === 'cancelled' ? styles.cancelled : '');
  return (
    <>
      <div className={styles.wide}>
        <TableBox label={t('annual.tab.items')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('annual.comparison.monthColumn')}</th><th scope="col">{t('annual.item')}</th><th scope="col">{t('annual.filter.kind')}</th><th scope="col">{t('annual.field.owner')}</th>
                <th scope="col" className={table.number}>{t('annual.people')}</th><th scope="col" className={table.number}>{t('annual.cost')}</th><th scope="col">{t('annual.filter.status')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className={look(row)}>
                  <td>{t('annual.month', { month: row.month })}</td>
                  <td className={styles.what}>{title(row)}<p className={styles.small} lang="zh-CN">{(row.department ?? plan.department).name}{row.audience && ` · ${row.audience}`}</p></td>
                  <td>{t(`annual.kind.${row.kind}`)}</td>
                  <td lang="zh-CN">{row.owner.displayName}</td>
                  <td className={table.number}>{formatNumber(row.actual.people)} / {formatNumber(row.people)}</td>
                  <td className={table.number}>{money(row.actual.cost)}<p className={styles.small}>{t('annual.plannedOf', { value: money(row.budget) })}</p></td>
                  <td><ItemStatusTag status={row.status} late={row.late} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.id} className={`${styles.card} ${look(row)}`}>
            <div className={styles.cardHead}>{title(row)}<span className={styles.small}>{t('annual.month', { month: row.month })}</span></div>
            <ItemStatusTag status={row.status} late={row.late} />
            <p className={styles.small}>{t(`annual.kind.${row.kind}`)} · <span lang="zh-CN">{row.owner.displayName}</span></p>
            <p className={styles.small}>{t('annual.linkReach', { people: formatNumber(row.actual.people), expected: formatNumber(row.people) })} · {money(row.actual.cost)} / {money(row.budget)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
