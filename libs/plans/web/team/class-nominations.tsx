import type { OpenClasses } from '@zhixing/plans/contract';
import { formatDay, Panel, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { openClassesQuery, useNominateToClass } from '../classes/api.ts';
import { daysOf } from '../classes/words.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { PeopleField } from './people-field.tsx';
import styles from './team.module.css';

type Open = OpenClasses['items'][number];

/** Training classes to which I may send people of my line, with the places left for their departments. */
export function ClassNominations() {
  const { t } = useTranslation('plans');
  const query = useQuery(openClassesQuery);
  const [naming, setNaming] = useState<Open>();
  return (
    <Panel title={t('classes.openTitle')} context={t('classes.openWhy')} flush>
      <QueryView query={query} loading={<div className={styles.row}><Skeleton lines={2} /></div>} empty={({ items }) => items.length === 0 && <p className={`${styles.row} ${styles.hint}`}>{t('classes.noneOpen')}</p>}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map((one) => (
              <li key={one.id} className={styles.row}>
                <div className={styles.words}>
                  <p lang="zh-CN">{one.title}</p>
                  <p className={styles.small}>{daysOf(one)} · {t('classes.until', { day: formatDay(one.until) })}</p>
                  {one.quotas.map(({ department, quota, taken }) => <p key={department.id} className={styles.small}><span lang="zh-CN">{department.name}</span> {t('classes.quotaOf', { taken, quota })}</p>)}
                </div>
                <Button disabled={one.left === 0 || one.quotas.every(({ quota, taken }) => taken >= quota)} aria-haspopup="dialog" onClick={() => setNaming(one)}>{t('classes.nominate')}<span className="zx-only-read" lang="zh-CN"> {one.title}</span></Button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {naming && <NominateDialog open={naming} onClose={() => setNaming(undefined)} />}
    </Panel>
  );
}

function NominateDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const nominate = useNominateToClass(open.id);
  const [idempotencyKey] = useState(() => v7());
  const [personIds, setPersons] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const short = reason.trim().length < 2;
  const send = () => {
    setChecked(true);
    if (!short && personIds.length) nominate.mutate({ idempotencyKey, body: { personIds, reason: reason.trim() } }, { onSuccess: () => { toast.success(t('classes.nominated')); onClose(); } });
  };
  return (
    <FormDialog title={t('nominate.title', { title: open.title })} send={t('classes.nominate')} pending={nominate.isPending} error={nominate.error} onSend={send} onClose={onClose}>
      <PeopleField personIds={personIds} wrong={checked && personIds.length === 0 ? t('wrong.people') : undefined} onChange={setPersons} />
      <ReasonField id={`${id}-reason`} label={t('nominate.reason')} wrong={checked && short ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
