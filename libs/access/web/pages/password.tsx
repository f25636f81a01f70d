import { formatDay, Notice, PageHeader, Panel, QueryView, Refusal, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordQuery, useChangePassword } from '../api.ts';
import { NewPasswordForm } from '../components/new-password.tsx';

/** Changing one's own password: what the bank asks of it, how old it is. */
export default function PasswordPage() {
  const { t } = useTranslation('access');
  const query = useQuery(passwordQuery);
  const change = useChangePassword();
  const [round, setRound] = useState(0); // a new form after each change: nothing typed stays on the page
  const send = (typed: { current: string; next: string }) => change.mutate({ current: typed.current, next: typed.next }, {
    onSuccess: () => {
      toast.success(t('password.changed'));
      setRound(round + 1);
    },
  });
  return (
    <>
      <PageHeader title={t('password.title')} context={t('password.context')} />
      <QueryView query={query} loading={<Skeleton lines={6} />}>
        {(facts) => facts.changedAt === null ? <Notice look="info" title={t('password.elsewhere')} /> : (
          <Panel title={t('password.change')} context={[t('password.since', { day: formatDay(facts.changedAt) }), facts.expiresAt && t('password.until', { day: formatDay(facts.expiresAt) })].filter(Boolean).join(' · ')}>
            <NewPasswordForm
              key={round} asked={facts} current onSubmit={send} refusal={change.isError && <Refusal error={change.error} />}
              button={<Button type="primary" size="large" htmlType="submit" loading={change.isPending}>{t('password.submit')}</Button>}
            />
          </Panel>
        )}
      </QueryView>
    </>
  );
}
