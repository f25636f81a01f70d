import type { LoginRequest } from '@zhixing/access/contract';
import type { Preferences } from '@zhixing/people/contract';
import { changeLanguage, changeTheme, LanguageSwitch, localPath, Mark, RequestError, sentenceOf, ThemeSwitch, usePageTitle } from '@zhixing/platform/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { applyPreferences, loginPageQuery, markSignedIn, meQuery, useLogin, useSavePreferences } from '../api.ts';
import { DemoPeople } from '../components/demo-people.tsx';
import { Landscape } from '../components/landscape.tsx';
import { CodeForm } from '../components/code-form.tsx';
import { LoginForm } from '../components/login-form.tsx';
import { NewPasswordForm } from '../components/new-password.tsx';
import { useGiveCode } from '../second-factor-api.ts';
import styles from './login.module.css';

/** The login page: a password, a new one when it has expired, a code where there is a second factor. Leads back to where the person wanted to go. */
export default function LoginPage() {
  const { t } = useTranslation('access');
  const [address] = useSearchParams();
  const { data } = useQuery(loginPageQuery);
  const login = useLogin();
  const signIn = useSignIn();
  usePageTitle(t('signIn.title'));
  const [expired, setExpired] = useState<LoginRequest>();
  const [half, setHalf] = useState(false);
  const giveCode = useGiveCode();
  const enter = (request: LoginRequest) => login.mutate(request, {
    onSuccess: (answer) => ('secondFactor' in answer ? setHalf(true) : void signIn.finish(answer)),
    onError: (error) => error instanceof RequestError && error.code === 'access.password_expired' && setExpired(request),
  });
  const startAgain = () => {
    setHalf(false);
    setExpired(undefined);
  };
  const finish = (code: string) => giveCode.mutate({ code }, {
    onSuccess: (me) => void signIn.finish(me),
    onError: (error) => error instanceof RequestError && error.status === 401 && startAgain(), // ten minutes have passed
  });
  const error = login.error ?? giveCode.error;

  return (
    <div className={styles.page}>
      <header className={styles.scene}>
        <p className={styles.brand}><Mark size={36} /><span>{t('platform:wordmark')}</span></p>
        <p className={styles.sentence}>{t('signIn.sentence')}</p>
        <Landscape />
      </header>
      <div className={styles.side}>
        <div className={styles.switches}>
          <LanguageSwitch onChoose={(language) => { signIn.choose({ language }); void changeLanguage(language); }} />
          <ThemeSwitch onChoose={(theme) => { signIn.choose({ theme }); changeTheme(theme); }} />
        </div>
        <main className={styles.main}>
          <h1 className={styles.title}>{t(half ? 'signIn.codeTitle' : 'signIn.title')}</h1>
          {error
            ? <Alert className={styles.notice} type="error" showIcon role="alert" title={sentenceOf(error)} />
            : !half && address.has('expired') && <Alert className={styles.notice} type="warning" showIcon role="status" title={t('signIn.expired')} />}
          {half ? <CodeForm busy={giveCode.isPending} onSubmit={finish} onBack={() => { giveCode.reset(); startAgain(); }} /> : expired ? (
            <NewPasswordForm
              asked={data?.password} onSubmit={({ next }) => enter({ ...expired, next })}
              button={<Button type="primary" size="large" htmlType="submit" loading={login.isPending}>{t('password.andEnter')}</Button>}
            />
          ) : <LoginForm busy={login.isPending} onSubmit={enter} />}
          {!half && data?.demo.password && <DemoPeople demo={data.demo} busy={login.isPending} onEnter={enter} />}
        </main>
      </div>
    </div>
  );
}

/** What follows a correct password: what was chosen on this page wins over what the account kept, then the page wanted opens. */
function useSignIn() {
  const [address] = useSearchParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useSavePreferences();
  const chosen = useRef<Preferences>({});
  return {
    choose: (preferences: Preferences) => Object.assign(chosen.current, preferences),
    finish: async (me: Parameters<typeof applyPreferences>[0]) => {
      client.clear(); // nothing of who was here before
      client.setQueryData(meQuery.queryKey, { ...me, ...chosen.current });
      markSignedIn(true);
      await applyPreferences({ ...me, ...chosen.current });
      if (Object.keys(chosen.current).length > 0) save.mutate(chosen.current);
      await navigate(localPath(address.get('next')), { replace: true });
    },
  };
}
