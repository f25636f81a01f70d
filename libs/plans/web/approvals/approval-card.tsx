import CheckOutlined from '@ant-design/icons/CheckOutlined';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import type { Approval } from '@zhixing/plans/contract';
import { formatDay, formatInstant, PersonLine, Refusal, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { daysUntil } from '../days.ts';
import { obligationPath } from '../paths.ts';
import { useDecide } from './api.ts';
import styles from './approvals.module.css';

/** One request with what it would change; approved with one tap, declined with a word of why. */
export function ApprovalCard({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation('plans');
  const decide = useDecide();
  const [declining, setDeclining] = useState(false);
  const send = (decision: 'approved' | 'declined', note: string) => decide.mutate({ kind: one.kind, id: one.id, decision, note }, {
    onSuccess: () => { toast.success(t(`approval.done.${decision}`)); setDeclining(false); },
  });
  return (
    <li className={styles.card}>
      <PersonLine person={one.person} showNumber />
      <div className={styles.words}>
        <p className={styles.kind}>{t(`approval.${one.kind}`)}</p>
        <p className={styles.title} lang="zh-CN">{one.kind === 'extension' ? <Link to={obligationPath(one.obligationId)}>{one.assignment.title}</Link> : one.assignment.title}</p>
        <blockquote className={styles.reason} lang="zh-CN">{one.reason}</blockquote>
        <p className={styles.small}>{formatInstant(one.requestedAt)}{one.kind === 'nomination' && <> · {t('approval.by')} <span lang="zh-CN">{one.nominatedBy.displayName}</span></>}</p>
      </div>
      {one.kind === 'extension' && (
        <dl className={styles.compare}>
          <div><dt>{t('approval.now')}</dt><dd>{formatDay(one.dueOn)}</dd></div>
          <div><dt>{t('approval.wish')}</dt><dd><b>{formatDay(one.until)}</b> <span className={styles.small}>{t('approval.more', { count: daysUntil(one.until, one.dueOn) })}</span></dd></div>
        </dl>
      )}
      <div className={styles.actions}>
        <Button size="large" icon={<CloseOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setDeclining(true)}>{t('approval.decline')}<span className="zx-only-read" lang="zh-CN"> {one.person.displayName}</span></Button>
        <Button size="large" type="primary" icon={<CheckOutlined aria-hidden />} loading={decide.isPending && !declining} onClick={() => send('approved', '')}>{t('approval.approve')}<span className="zx-only-read" lang="zh-CN"> {one.person.displayName}</span></Button>
      </div>
      {decide.isError && !declining && <div className={styles.refusal}><Refusal error={decide.error} /></div>}
      {declining && <ReasonDialog title={t('approval.declineTitle', { name: one.person.displayName })} label={t('approval.note')} send={t('approval.decline')} danger pending={decide.isPending} error={decide.error} onSend={(note) => send('declined', note)} onClose={() => setDeclining(false)} />}
    </li>
  );
}
