import type { NominationRow, OpenNominations } from '@zhixing/plans/contract';
import { EmptyState, formatDay, formatInstant, LoadMore, Panel, PersonLine, QueryView, Skeleton, type StatusLook, StatusTag, toast } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { nominationsQuery, openNominationsQuery, useNominate } from '../approvals/api.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { ClassNominations } from './class-nominations.tsx';
import { PeopleField } from './people-field.tsx';
import styles from './team.module.css';

const LOOKS: Record<NominationRow['state'], StatusLook> = { waiting: 'waiting', approved: 'done', declined: 'failed', withdrawn: 'ended' };
type Open = OpenNominations['items'][number];

/** Assignments that take nominations now, and those made with what was decided. */
export function Nominations() {
  const { t } = useTranslation('plans');
  const open = useQuery(openNominationsQuery);
  const made = useInfiniteQuery(nominationsQuery);
  const rows = made.data?.pages.flatMap((page) => page.items) ?? [];
  const [naming, setNaming] = useState<Open>();
  return (
    <div className={styles.stack}>
      <ClassNominations />
      <Panel title={t('nominate.open')} context={t('nominate.openWhy')} flush>
        <QueryView query={open} loading={<div className={styles.row}><Skeleton lines={2} /></div>} empty={({ items }) => items.length === 0 && <p className={`${styles.row} ${styles.hint}`}>{t('nominate.noneOpen')}</p>}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map((one) => (
                <li key={one.assignment.id} className={styles.row}>
                  <div className={styles.words}><p lang="zh-CN">{one.assignment.title}</p><p className={styles.small}>{t('nominate.places', { taken: one.taken, quota: one.quota, day: formatDay(one.until) })}</p></div>
                  <Button disabled={one.taken >= one.quota} aria-haspopup="dialog" onClick={() => setNaming(one)}>{t('nominate.make')}<span className="zx-only-read" lang="zh-CN"> {one.assignment.title}</span></Button>
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </Panel>
      <Panel title={t('nominate.made')} flush>
        <QueryView query={made} loading={<div className={styles.row}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="team" title={t('nominate.none')}>{t('nominate.noneWhy')}</EmptyState>}>
          {() => <><ul className={styles.list}>{rows.map((row) => <Row key={row.id} row={row} />)}</ul>{made.hasNextPage && <LoadMore query={made} shown={rows.length} />}</>}
        </QueryView>
      </Panel>
      {naming && <NominateDialog open={naming} onClose={() => setNaming(undefined)} />}
    </div>
  );
}

function Row({ row }: { row: NominationRow }) {
  const { t } = useTranslation('plans');
  return (
    <li className={styles.row}>
      <PersonLine person={row.person} showNumber />
      <div className={styles.words}>
        <p lang="zh-CN">{row.assignment.title}</p>
        <p className={styles.small} lang="zh-CN">{row.reason}</p>
        <p className={styles.small}>{formatInstant(row.nominatedAt)}{row.note && <span lang="zh-CN"> · {row.note}</span>}</p>
      </div>
      <StatusTag look={LOOKS[row.state]} plain>{t(`nominate.state.${row.state}`)}</StatusTag>
    </li>
  );
}

function NominateDialog({ open: { assignment, quota, taken }, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const nominate = useNominate();
  const [idempotencyKey] = useState(() => v7());
  const [personIds, setPersons] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const noReason = reason.trim().length < 2;
  const send = () => {
    setChecked(true);
    if (noReason || personIds.length === 0) return;
    nominate.mutate({ idempotencyKey, body: { assignmentId: assignment.id, personIds, reason: reason.trim() } }, { onSuccess: () => { toast.success(t('nominate.sent')); onClose(); } });
  };
  return (
    <FormDialog title={t('nominate.title', { title: assignment.title })} send={t('nominate.make')} pending={nominate.isPending} error={nominate.error} onSend={send} onClose={onClose}>
      <p className={styles.hint}>{t('nominate.left', { count: quota - taken })}</p>
      <PeopleField personIds={personIds} wrong={checked && personIds.length === 0 ? t('wrong.people') : undefined} onChange={setPersons} />
      <ReasonField id={`${id}-reason`} label={t('nominate.reason')} wrong={checked && noReason ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
