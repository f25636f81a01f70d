import { useMe } from '@zhixing/access/web';
import { type ObligationView, plansPages, type Waiver } from '@zhixing/plans/contract';
import { formatDay, PageHeader, Panel, PersonLine, QueryView, sentenceOf, Skeleton, toast } from '@zhixing/platform/web';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueText } from '../components/due-text.tsx';
import { ObligationStatusTag } from '../components/obligation-status.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useRevokeWaiver, useWithdrawExtension } from './api.ts';
import { ExtensionDialog } from './extension-dialog.tsx';
import { Facts } from './facts.tsx';
import { GoLink } from './go-link.tsx';
import { History } from './history.tsx';
import styles from './obligation.module.css';
import { RemindButton } from './remind-button.tsx';
import { ExtensionLine, WaiverLine } from './requests.tsx';
import { WaiverDialog } from './waiver-dialog.tsx';

type Dialog = { kind: 'extension' | 'waiver' } | { kind: 'revoke'; waiver: Waiver };

/** One obligation: until when, why, what happened to it; its person asks for more time here, who answers for them reminds or releases. */
export function Obligation({ query }: { query: UseQueryResult<ObligationView> }) {
  const { t } = useTranslation('plans');
  const me = useMe();
  const [dialog, setDialog] = useState<Dialog>();
  const mine = query.data?.person.id === me.person.id;
  const back = mine || !query.data ? { to: plansPages.mine.path, label: t('mine.title') } : { to: plansPages.team.path, label: t('team.title') };
  return (
    <>
      <PageHeader
        title={query.data?.target.title ?? t('obligation.title')} {...(query.data && { titleLanguage: 'zh-CN' as const })} context={query.data && <span lang="zh-CN">{query.data.reason}</span>} back={back}
        action={query.data && <Actions obligation={query.data} mine={mine} onOpen={setDialog} />}
      >
        {query.data && <div className={styles.head}>{!mine && <PersonLine person={query.data.person} showNumber size={40} />}<ObligationStatusTag status={query.data.status} /><DueText due={query.data} withYear /></div>}
      </PageHeader>
      <QueryView query={query} loading={<Panel title={t('obligation.title')} hideTitle><Skeleton lines={6} /></Panel>}>
        {(obligation) => (
          <div className={styles.columns}>
            <div className={styles.main}>
              <Requests obligation={obligation} mine={mine} onRevoke={(waiver) => setDialog({ kind: 'revoke', waiver })} />
              <Panel title={t('history.title')}><History changes={obligation.changes} /></Panel>
            </div>
            <Panel title={t('obligation.facts')}><Facts obligation={obligation} /></Panel>
            {dialog?.kind === 'extension' && <ExtensionDialog obligation={obligation} onClose={() => setDialog(undefined)} />}
            {dialog?.kind === 'waiver' && <WaiverDialog obligation={obligation} onClose={() => setDialog(undefined)} />}
            {dialog?.kind === 'revoke' && <RevokeDialog waiver={dialog.waiver} onClose={() => setDialog(undefined)} />}
          </div>
        )}
      </QueryView>
    </>
  );
}

function Actions({ obligation, mine, onOpen }: { obligation: ObligationView; mine: boolean; onOpen: (dialog: Dialog) => void }) {
  const { t } = useTranslation('plans');
  return (
    <>
      {obligation.can.extend && <Button size="large" aria-haspopup="dialog" onClick={() => onOpen({ kind: 'extension' })}>{t('extension.ask')}</Button>}
      {obligation.can.waive && <Button size="large" aria-haspopup="dialog" onClick={() => onOpen({ kind: 'waiver' })}>{t('waiver.open')}</Button>}
      {obligation.can.remind && <RemindButton rows={[obligation]} size="large" />}
      {mine && <GoLink row={obligation} size="large" />}
    </>
  );
}

function Requests({ obligation: { extensions, waivers, person }, mine, onRevoke }: { obligation: ObligationView; mine: boolean; onRevoke: (waiver: Waiver) => void }) {
  const { t } = useTranslation('plans');
  const me = useMe();
  const withdraw = useWithdrawExtension();
  const revokes = me.permissions.includes('assignment:administer') && me.person.id !== person.id;
  return (
    <>
      {extensions.length > 0 && (
        <Panel title={t('extension.title')} flush>
          <ul className={styles.list}>
            {extensions.map((one) => (
              <ExtensionLine
                key={one.id} extension={one}
                action={mine && one.decision === null && <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(one.id, { onSuccess: () => toast.success(t('extension.withdrawn')), onError: (error) => toast.error(sentenceOf(error)) })}>{t('extension.withdraw')}</Button>}
              />
            ))}
          </ul>
        </Panel>
      )}
      {waivers.length > 0 && (
        <Panel title={t('waiver.listTitle')} flush>
          <ul className={styles.list}>
            {waivers.map((one) => <WaiverLine key={one.id} waiver={one} action={revokes && !one.revokedAt && <Button danger aria-haspopup="dialog" onClick={() => onRevoke(one)}>{t('waiver.revoke')}</Button>} />)}
          </ul>
        </Panel>
      )}
    </>
  );
}

function RevokeDialog({ waiver, onClose }: { waiver: Waiver; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const revoke = useRevokeWaiver();
  const send = (reason: string) => revoke.mutate({ id: waiver.id, reason }, { onSuccess: () => { toast.success(t('waiver.revokedDone')); onClose(); } });
  return <ReasonDialog danger title={t('waiver.revokeTitle', { day: formatDay(waiver.expiresOn) })} label={t('waiver.revokeReason')} hint={t('waiver.revokeHint')} send={t('waiver.revoke')} pending={revoke.isPending} error={revoke.error} onSend={send} onClose={onClose} />;
}
