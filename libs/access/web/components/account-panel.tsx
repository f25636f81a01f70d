import type { AccountView } from '@zhixing/access/contract';
import { formatDay, formatInstant, Panel, Refusal, Sheet, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountQuery, useActivate, useEndLoginsOf, useMe } from '../api.ts';
import { useResetSecondFactor } from '../second-factor-api.ts';
import styles from './account-panel.module.css';

/** On a person's page of administration: how they sign in, a link for a new password, a way out when the phone is lost, an end to their logins. Nothing for who may not, or who cannot sign in. */
export default function AccountPanel({ personId }: { personId: string }) {
  const administers = useMe().permissions.includes('account:administer');
  const { data } = useQuery({ ...accountQuery(personId), enabled: administers });
  return data ? <Account account={data} /> : null;
}

function Account({ account }: { account: AccountView }) {
  const { t } = useTranslation('access');
  const { id } = account.person;
  const activate = useActivate(id);
  const end = useEndLoginsOf(id);
  const reset = useResetSecondFactor(id);
  const [asking, setAsking] = useState(false);
  const others = account.logins.filter((login) => !login.current);
  return (
    <Panel title={t('account.title')} context={t('account.context')}>
      <dl className={styles.facts}>
        <div><dt>{t('account.login')}</dt><dd lang="en">{account.login}</dd></div>
        <div>
          <dt>{t('account.state')}</dt>
          <dd>
            {account.changedAt ? <StatusTag look="done" plain>{t('account.since', { day: formatDay(account.changedAt) })}</StatusTag> : <StatusTag look="idle" plain>{t('account.never')}</StatusTag>}
            {account.lockedUntil && <StatusTag look="warned" plain>{t('account.locked', { time: formatInstant(account.lockedUntil) })}</StatusTag>}
            {account.linkUntil && <StatusTag look="waiting" plain>{t('account.link', { time: formatInstant(account.linkUntil) })}</StatusTag>}
          </dd>
        </div>
        <div>
          <dt>{t('factor.title')}</dt>
          <dd>{account.secondFactorSince ? <StatusTag look="done" plain>{t('factor.since', { day: formatDay(account.secondFactorSince) })}</StatusTag> : <StatusTag look="idle" plain>{t('factor.none')}</StatusTag>}</dd>
        </div>
        <div><dt>{t('account.logins')}</dt><dd>{account.logins.length === 0 ? t('account.noLogins') : <ul>{account.logins.map((login) => <li key={login.id}><span lang="en">{login.device} · {login.address}</span> · {formatInstant(login.seenAt)}</li>)}</ul>}</dd></div>
      </dl>
      {activate.data && (
        <div className={styles.link} role="status">
          <p>{t('account.linkOnce', { time: formatInstant(activate.data.expiresAt) })}</p>
          <code lang="en">{activate.data.link}</code>
        </div>
      )}
      {activate.isError && <Refusal error={activate.error} />}
      <div className={styles.buttons}>
        {account.can.activate && <Button loading={activate.isPending} onClick={() => activate.mutate()}>{t('account.activate')}</Button>}
        {account.can.resetSecondFactor && <Button danger onClick={() => setAsking(true)}>{t('account.resetFactor')}</Button>}
        {others.length > 0 && <Button danger loading={end.isPending} onClick={() => end.mutate(undefined, { onSuccess: () => toast.success(t('account.ended')) })}>{t('account.end')}</Button>}
      </div>
      <Sheet
        open={asking} side="middle" title={t('account.resetFactor')} onClose={() => setAsking(false)}
        footer={(
          <>
            <Button onClick={() => setAsking(false)}>{t('factor.cancel')}</Button>
            <Button type="primary" danger loading={reset.isPending} onClick={() => reset.mutate(undefined, { onSuccess: () => toast.success(t('account.factorReset')), onSettled: () => setAsking(false) })}>{t('account.resetFactor')}</Button>
          </>
        )}
      >
        <p className={styles.warning}>{t('account.resetFactorHint')}</p>
      </Sheet>
    </Panel>
  );
}
