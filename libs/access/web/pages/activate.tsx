import { ErrorState, Mark, Refusal, Skeleton, toast, usePageTitle } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { linkQuery, useLink } from '../api.ts';
import { NewPasswordForm } from '../components/new-password.tsx';
import styles from './activate.module.css';

/** Where an activation link leads: the first or a new password of whom it is for. The token stands in the fragment, which no server log sees. */
export default function ActivatePage() {
  const { t } = useTranslation('access');
  const token = useLocation().hash.slice(1);
  const link = useQuery(linkQuery(token));
  const use = useLink();
  const navigate = useNavigate();
  usePageTitle(t('activate.title'));
  const send = ({ next }: { next: string }) => use.mutate({ token, password: next }, {
    onSuccess: () => {
      toast.success(t('activate.done'));
      void navigate('/login', { replace: true });
    },
  });
  return (
    <main className={styles.page}>
      <p className={styles.brand}><Mark /><span>{t('platform:wordmark')}</span></p>
      <h1 className={styles.title}>{t('activate.title')}</h1>
      {link.isPending && <Skeleton lines={4} />}
      {link.isError && <ErrorState error={link.error} onRetry={() => void link.refetch()} />}
      {link.data && (
        <>
          <p className={styles.who}><span lang="zh-CN">{link.data.displayName}</span> · {t('activate.login')}<strong lang="en">{link.data.login}</strong></p>
          <NewPasswordForm
            asked={link.data} onSubmit={send} refusal={use.isError && <Refusal error={use.error} />}
            button={<Button type="primary" size="large" htmlType="submit" loading={use.isPending}>{t('activate.submit')}</Button>}
          />
        </>
      )}
    </main>
  );
}
