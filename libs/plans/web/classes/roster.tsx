import UserAddOutlined from '@ant-design/icons/UserAddOutlined';
import { PersonPicker } from '@zhixing/people/web';
import type { ClassView, Roster } from '@zhixing/plans/contract';
import { EmptyState, formatDay, Panel, PersonLine, QueryView, Skeleton, SkeletonBlock, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { PeopleField } from '../team/people-field.tsx';
import { rosterQuery, useAddMembers, useRemoveMember } from './api.ts';
import styles from './classes.module.css';

type Member = Roster['items'][number];

/** Who takes part, who sent them, and who no longer does. */
export function RosterTab({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const query = useQuery(rosterQuery(view.id));
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const open = view.status !== 'closed' && view.status !== 'cancelled';
  const add = open && <Button icon={<UserAddOutlined aria-hidden />} aria-haspopup="dialog" disabled={view.taken >= view.capacity} onClick={() => setAdding(true)}>{t('classes.addMembers')}</Button>;
  return (
    <Panel title={t('classes.tab.roster')} context={t('classes.peopleOf', { taken: view.taken, capacity: view.capacity })} extra={add} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="team" title={t('classes.noRoster')}>{t('classes.noRosterWhy')}</EmptyState>}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map((one) => (
              <li key={one.person.id} className={`${styles.row} ${styles.person}`}>
                <PersonLine person={one.person} showNumber />
                <div className={styles.words}>
                  <p className={styles.small}>{formatDay(one.since)} · {one.by ? <>{t('classes.sentBy')} <span lang="zh-CN">{one.by.displayName}</span></> : t('classes.addedByLd')}</p>
                  {one.reason && <p className={styles.small} lang="zh-CN">{one.reason}</p>}
                </div>
                {one.state === 'cancelled'
                  ? <StatusTag look="ended" plain>{t('classes.member.cancelled')}</StatusTag>
                  : <span className={styles.line}><StatusTag look="done" plain>{t('classes.member.booked')}</StatusTag>{open && <Button aria-haspopup="dialog" onClick={() => setRemoving(one)}>{t('classes.removeMember')}<span className="zx-only-read" lang="zh-CN"> {one.person.displayName}</span></Button>}</span>}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {adding && <AddDialog view={view} onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog view={view} member={removing} onClose={() => setRemoving(undefined)} />}
    </Panel>
  );
}

function AddDialog({ view, onClose }: { view: ClassView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const add = useAddMembers(view.id);
  const [idempotencyKey] = useState(() => v7());
  const [personIds, setPersons] = useState<string[]>([]);
  const [checked, setChecked] = useState(false);
  const send = () => {
    setChecked(true);
    if (personIds.length) add.mutate({ idempotencyKey, body: { personIds, reason: '' } }, { onSuccess: () => { toast.success(t('classes.added')); onClose(); } });
  };
  return (
    <FormDialog title={t('classes.addMembers')} send={t('classes.add')} pending={add.isPending} error={add.error} onSend={send} onClose={onClose}>
      <PeopleField personIds={personIds} hint={t('classes.addHint')} wrong={checked && personIds.length === 0 ? t('wrong.people') : undefined} onChange={setPersons} />
    </FormDialog>
  );
}

function RemoveDialog({ view, member: { person }, onClose }: { view: ClassView; member: Member; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const remove = useRemoveMember(view.id);
  const [idempotencyKey] = useState(() => v7());
  const [replacementId, setReplacement] = useState<string>();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const short = reason.trim().length < 2;
  const send = () => {
    setChecked(true);
    if (!short) remove.mutate({ idempotencyKey, body: { personId: person.id, ...(replacementId && { replacementId }), reason: reason.trim() } }, { onSuccess: () => { toast.success(t('classes.removed')); onClose(); } });
  };
  return (
    <FormDialog danger title={t('classes.removeTitle', { name: person.displayName })} send={t('classes.removeMember')} pending={remove.isPending} error={remove.error} onSend={send} onClose={onClose}>
      <ReasonField id={`${id}-reason`} label={t('classes.removeReason')} wrong={checked && short ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />
      <div><p className={styles.small}>{t('classes.replacementHint')}</p><Suspense fallback={<SkeletonBlock height={40} />}><PersonPicker label={t('classes.replacement')} value={replacementId} onChange={setReplacement} /></Suspense></div>
    </FormDialog>
  );
}
