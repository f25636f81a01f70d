import { ErrorState, LanguageSwitch, localPath, Mark, Skeleton, ThemeSwitch, toast, usePageTitle } from '@zhixing/platform/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { meQuery, useLogout, useSavePreferences } from '../api.ts';
import { SetUp } from '../components/set-up.tsx';
import styles from './second-factor.module.css';

/** All an administrator without a second factor is shown; leads back to where they were going. */
export default function SecondFactorPage() {
  const { t } = useTranslation('access');
  const [address] = useSearchParams();
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const save = useSavePreferences();
  const logout = useLogout();
  usePageTitle(t('factor.needTitle'));
  const done = () => {
    toast.success(t('factor.enrolled'));
    client.setQueryData(meQuery.queryKey, (known) => known && { ...known, mustEnrol: false });
  };
  // stays while the recovery codes are on screen, although by then nothing is needed any more
  if (me.data && !me.data.mustEnrol) return <Navigate to={localPath(address.get('next'))} replace />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.brand}><Mark /><span>{t('platform:wordmark')}</span></p>
        <LanguageSwitch onChoose={(language) => save.mutate({ language })} />
        <ThemeSwitch onChoose={(theme) => save.mutate({ theme })} />
        <Button type="text" loading={logout.isPending} onClick={() => logout.mutate()}>{t('factor.signOut')}</Button>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('factor.needTitle')}</h1>
        <p className={styles.sentence}>{t('factor.needHint')}</p>
        {me.isPending && <Skeleton lines={4} />}
        {me.isError && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
        {me.data && <SetUp replaces={false} onDone={done} />}
      </main>
    </div>
  );
}
