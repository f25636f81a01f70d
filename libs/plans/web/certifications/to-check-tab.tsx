import type { ExternalCertificate } from '@zhixing/plans/contract';
import { EmptyState, formatDay, formatInstant, LoadMore, Panel, PersonLine, QueryView, Refusal, Skeleton, toast } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { toCheckQuery, useDecideCertificate } from './api.ts';
import styles from './certifications.module.css';
import { untilOf } from './words.tsx';

/** Certificates of other bodies that wait for a check, the oldest first. */
export function ToCheckTab() {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(toCheckQuery);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('certification.tab.check')} context={t('certification.checkContext')} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={5} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('certification.nothingToCheck')}>{t('certification.nothingToCheckWhy')}</EmptyState>}>
        {() => (
          <>
            <ul className={styles.rows}>{rows.map((one) => <ToCheck key={one.id} one={one} />)}</ul>
            {query.hasNextPage && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function ToCheck({ one: { id, person, certification, number, issuedOn, validUntil, fileName, submittedAt, holds } }: { one: ExternalCertificate }) {
  const { t } = useTranslation('plans');
  const decide = useDecideCertificate();
  const [returning, setReturning] = useState(false);
  const send = (decision: 'accepted' | 'returned', note: string) => decide.mutate({ id, decision, note }, { onSuccess: () => { toast.success(t(`certification.checked.${decision}`)); setReturning(false); } });
  const name = <span className="zx-only-read" lang="zh-CN"> {person.displayName}</span>;
  return (
    <li className={styles.row}>
      <PersonLine person={person} showNumber />
      <div className={styles.words}>
        <p lang="zh-CN"><b>{certification.title}</b></p>
        <p>{t('certification.numberOf', { number })} · {t('certification.dates', { from: formatDay(issuedOn), until: untilOf(validUntil) })}</p>
        <p><a href={`/api/v1/external-certificates/${id}/document`} download={fileName}>{t('certification.document')} <span lang="zh-CN">{fileName}</span></a></p>
        <p className={styles.small}>{t('certification.handedIn', { at: formatInstant(submittedAt) })}{holds && <> · {t('certification.holdsNow', { until: untilOf(holds.validUntil) })}</>}</p>
        {decide.isError && !returning && <Refusal error={decide.error} />}
      </div>
      <div className={styles.actions}>
        <Button aria-haspopup="dialog" onClick={() => setReturning(true)}>{t('certification.return')}{name}</Button>
        <Button type="primary" loading={decide.isPending && !returning} onClick={() => send('accepted', '')}>{t('certification.accept')}{name}</Button>
      </div>
      {returning && <ReasonDialog title={t('certification.returnTitle', { name: person.displayName })} label={t('certification.returnReason')} send={t('certification.return')} danger pending={decide.isPending} error={decide.error} onSend={(note) => send('returned', note)} onClose={() => setReturning(false)} />}
    </li>
  );
}
